package dev.winnow.commands.screening;

import dev.winnow.analysis.insight.Insight;
import dev.winnow.analysis.internal.overview.Grouping;
import dev.winnow.analysis.internal.overview.Overview;
import dev.winnow.console.input.Candidates;
import dev.winnow.console.input.RecordedScreenings;
import dev.winnow.console.input.ScreeningInput;
import dev.winnow.console.option.Choices;
import dev.winnow.console.option.FieldsOption;
import dev.winnow.console.option.Format;
import dev.winnow.console.option.FormatOption;
import dev.winnow.console.option.Forms;
import dev.winnow.console.option.InputOptions;
import dev.winnow.console.option.Packs;
import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.option.RecordOption;
import dev.winnow.console.option.SampleOptions;
import dev.winnow.console.option.ScreeningForms;
import dev.winnow.console.option.Shipped;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Screening;
import dev.winnow.model.source.Message;
import dev.winnow.model.universe.Universe;
import dev.winnow.records.internal.store.RecordStore;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.contents.OverviewContents;
import dev.winnow.report.internal.contents.PairAdditions;
import dev.winnow.report.internal.contents.RankingContents;
import dev.winnow.report.internal.document.Document;
import dev.winnow.report.internal.document.Section;
import dev.winnow.report.internal.layout.Colours;
import dev.winnow.report.internal.sentences.Sensitivity;
import dev.winnow.report.internal.text.TextRenderer;
import dev.winnow.report.json.ContractAdditions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code winnow screen}: screens projects for cities. */
@Command(
        name = "screen",
        description = "Screen projects for cities: which to pursue, which are open, which to decline, and what "
                + "to ask first.",
        footer = {
            "winnow screen",
            "winnow screen --city qingdao --project projects.xlsx",
            "winnow screen -u illustrative -r battery -o report.html"
        },
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        sortOptions = false)
public final class ScreenCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Packs packs;

    @Mixin
    private final InputOptions input = new InputOptions();

    @Option(names = "--city", paramLabel = "CITY", description = "Show only this city, by id or name; may be repeated.")
    private final List<String> cities = new ArrayList<>();

    @Option(
            names = "--project",
            paramLabel = "PROJECT",
            description = "Show only this project, by id or name, or screen the candidates in a file; may be "
                    + "repeated. Ranks still cover everything that was screened.")
    private final List<String> projects = new ArrayList<>();

    @Option(
            names = "--by",
            paramLabel = "WHAT",
            description = "List by city, as a bureau does, or by project, each in its best city, as a fund does."
                    + " Default: city.")
    private @Nullable String by;

    @Option(
            names = "--all",
            description = "List every candidate with reasons and questions, not only as many as fit a screen.")
    private boolean all;

    @Option(
            names = "--top",
            paramLabel = "N",
            description = "Show only the best N candidates of all cities together. Project tables are then read in "
                    + "portions, so that lists of any length fit into memory.")
    private @Nullable Integer top;

    @Option(
            names = "--unranked",
            description = "With -f ndjson: write each candidate as soon as it is judged, in table order and "
                    + "without a rank, so that lists of any length fit into memory.")
    private boolean unranked;

    @Mixin
    private final SampleOptions samples = new SampleOptions();

    @Mixin
    private final RecordOption record = new RecordOption();

    @Mixin
    private final FormatOption format = FormatOption.ofLines();

    @Mixin
    private final FieldsOption fields = new FieldsOption();

    @Mixin
    private final PrintOptions print = new PrintOptions();

    public ScreenCommand(Terminal terminal, Packs packs) {
        this.terminal = terminal;
        this.packs = packs;
    }

    private Candidates asked(Universe universe) {
        Candidates all = Candidates.all(universe);
        return (projects.isEmpty() ? all : all.choose(projects)).inCities(cities);
    }

    @Override
    public Integer call() {
        samples.check();
        Grouping grouping = grouping();
        Format chosen = format.chosen(print, terminal);
        fields.check(chosen);
        check(chosen);
        record.check();
        Colours colours = print.colours(terminal);
        Notices notices = print.notices(terminal);
        try (Shipped shipped = new Shipped();
                RecordStore store = record.open(terminal)) {
            ScreeningInput loader = new ScreeningInput(input, packs, shipped, notices);
            Path[] paths = input.paths(shipped);
            boolean whole = input.anyAnswers() || record.isAsked() || input.further() != null;
            Streamed streamed = whole ? Streamed.whole(paths, projects) : Streamed.of(paths, projects);
            if (unranked || (top != null && streamed.any())) {
                try (LongScreening screening = streamed.begin(loader, cities, notices)) {
                    if (top == null) {
                        print.write(terminal, out -> screening.lines(fields.fields(), out));
                    } else {
                        write(screening.best(top), true, ContractAdditions.NONE, chosen, grouping, colours, notices);
                    }
                }
            } else {
                ScreeningInput.Screened screened = loader.screened(projects, this::asked);
                ScreeningResult best = screened.result().best(top);
                requireAny(best, notices);
                if (store != null) {
                    RecordedScreenings.record(store, input, shipped, screened, best, samples, top, notices);
                }
                write(best, false, screened.additions(), chosen, grouping, colours, notices);
            }
        }
        return notices.finish(Message.of("entries with problems were left out; the rest was screened"));
    }

    private void check(Format chosen) {
        if (top != null && top < 1) {
            throw new Refusal(
                    Exit.USAGE,
                    Message.of("`%s` would show nothing", "--top " + top)
                            .with(Message.of("give a number of at least 1")));
        }
        if (unranked && record.isAsked()) {
            throw new Refusal(Exit.USAGE, Message.of("`%s` cannot be combined with `%s`", "--record", "--unranked"));
        }
        if (unranked && (chosen != Format.NDJSON || top != null)) {
            throw new Refusal(
                    Exit.USAGE,
                    Message.of(
                            "`%s` requires `%s` and cannot be combined with `%s`", "--unranked", "-f ndjson", "--top"));
        }
    }

    private Grouping grouping() {
        return by == null ? Grouping.CITY : Grouping.of(Choices.oneOf("--by", by, Grouping.words()));
    }

    /** Returns the cities requested by name. */
    private Set<String> named(ScreeningResult result) {
        return cities.isEmpty()
                ? Set.of()
                : result.asked().assessments().stream().map(Assessment::city).collect(Collectors.toSet());
    }

    private static void requireAny(ScreeningResult result, Notices notices) {
        if (result.asked().assessments().isEmpty() && notices.anyProblems()) {
            throw new Refusal(notices.finish(Message.of("nothing was left to screen")));
        }
    }

    private void write(
            ScreeningResult result,
            boolean shortlist,
            ContractAdditions additions,
            Format chosen,
            Grouping grouping,
            Colours colours,
            Notices notices) {
        requireAny(result, notices);
        Screening asked = result.asked();
        if (chosen == Format.JSON || chosen == Format.NDJSON) {
            notices.invented(asked);
        }
        Wording wording = terminal.wording();
        // The overview is computed only for output that fits a screen, because it judges the base case of every
        // candidate.
        Overview overview = chosen == Format.TABLE && !all && top == null
                ? Overview.of(asked.assessments(), grouping, named(result), result.session())
                : null;
        List<Assessment> ranked = result.whole().assessments();
        boolean ahead = chosen == Format.TABLE && !asked.assessments().isEmpty();
        Insight sampled = ahead
                ? samples.insightAhead(result, overview == null ? ranked : inCities(ranked, overview.cities()))
                : samples.insight(result, false);
        Insight insight = shortlist ? sampled.ofShortlist() : sampled;
        Function<Assessment, String> first = Sensitivity.first(result, insight, wording);
        int width = print.width(terminal, TextRenderer.MAX_WIDTH);
        Forms forms = ScreeningForms.of(result, insight, additions, fields, print, wording)
                .prose(
                        () -> List.of(adding(additions, asked, wording, true)
                                .apply(RankingContents.described(
                                        asked, result.session()::explanations, wording, first))),
                        print,
                        terminal)
                .text(
                        Format.TABLE,
                        () -> overview == null
                                ? TextRenderer.render(
                                        adding(additions, asked, wording, true)
                                                .apply(RankingContents.whole(
                                                        asked,
                                                        result.session()::explanations,
                                                        grouping,
                                                        wording,
                                                        first)),
                                        colours,
                                        width)
                                : TextRenderer.onOneScreen(
                                        OverviewContents.longestFirst(result, overview, grouping, wording, first)
                                                .map(adding(additions, asked, wording, false)),
                                        colours,
                                        width));
        print.write(terminal, forms.as(chosen));
        notices.summary(asked);
    }

    /** Returns a function that adds the sections of a further source to each document; they are written once. */
    private static UnaryOperator<Document> adding(
            PairAdditions additions, Screening asked, Wording wording, boolean all) {
        Section[] sections = additions.screening(asked, all, wording).toArray(Section[]::new);
        return document -> document.with(sections);
    }

    private static List<Assessment> inCities(List<Assessment> all, Set<String> cities) {
        return all.stream().filter(one -> cities.contains(one.city())).toList();
    }
}
