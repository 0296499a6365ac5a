package dev.winnow.compare.difference;

import dev.winnow.compare.difference.CompareInput.Revisions;
import dev.winnow.console.option.Format;
import dev.winnow.console.option.FormatOption;
import dev.winnow.console.option.Forms;
import dev.winnow.console.option.NewFile;
import dev.winnow.console.option.Packs;
import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.option.Shipped;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.ProgressLine;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.model.internal.assumption.Assumptions;
import dev.winnow.model.result.Names;
import dev.winnow.model.source.Message;
import dev.winnow.model.universe.Universe;
import dev.winnow.report.html.HtmlReport;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.json.Contract;
import dev.winnow.workbench.internal.compare.Comparison;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code winnow compare}: shows which verdicts differ between two editions, and which edits cause it. */
@Command(
        name = "compare",
        description = "Compare two editions of a pack or of a universe: which verdicts flip, which other "
                + "assessments change, and which edits cause it.",
        footer = {
            "winnow compare battery drafts/battery -u illustrative",
            "winnow compare battery drafts/battery -u illustrative -o change.md"
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class CompareCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private final CompareInput input;

    @Option(names = "--city", paramLabel = "CITY", description = "Compare only this city; may be repeated.")
    private final List<String> cities = new ArrayList<>();

    @Option(names = "--project", paramLabel = "PROJECT", description = "Compare only this project; may be repeated.")
    private final List<String> projects = new ArrayList<>();

    @Option(names = "--all", description = "Also list changes without a flip, and every change of wording.")
    private boolean all;

    @Option(names = "--fail-on-flip", description = "Exit with 1 if a verdict flips without approval.")
    private boolean failOnFlip;

    @Option(
            names = "--approvals",
            paramLabel = "FILE",
            description = "YAML file with approved flips: project, city, from, to, why.")
    private @Nullable String approvals;

    @Option(
            names = "--write-approvals",
            paramLabel = "FILE",
            description = "Write a file of approvals for the flips found; fill in each `why`.")
    private @Nullable String writeApprovals;

    @Mixin
    private final FormatOption format = FormatOption.ofLines();

    @Mixin
    private final PrintOptions print = new PrintOptions();

    public CompareCommand(Terminal terminal, Packs packs) {
        this.terminal = terminal;
        this.input = new CompareInput(packs);
    }

    @Override
    public Integer call() {
        Format.chosen(null, writeApprovals, List.of(Format.YAML));
        NewFile.check(writeApprovals, print.force());
        Format chosen = format.chosen(print, terminal);
        Notices notices = print.notices(terminal);
        input.asOfPolicy();
        try (Shipped shipped = new Shipped();
                Revisions revisions = new Revisions()) {
            Approvals approved = approved(notices);
            CompareInput.Both both = input.read(shipped, revisions, notices);
            ScreeningRequest old = both.old();
            ScreeningRequest recent = both.recent();
            if (old == null || recent == null) {
                return notices.finish(Message.of("nothing was compared"));
            }
            Assumptions assumed = input.assumed(old, recent, notices);
            Set<String> chosenProjects = ids(
                    word -> Message.of("unknown project `%s`", word),
                    projects,
                    old,
                    recent,
                    Universe::findProject,
                    Universe::projectIds);
            Set<String> chosenCities = ids(
                    word -> Message.of("unknown city `%s`", word),
                    cities,
                    old,
                    recent,
                    Universe::findCity,
                    Universe::cityIds);
            old = old.assuming(assumed).asking(chosenProjects, chosenCities);
            recent = recent.assuming(assumed).asking(chosenProjects, chosenCities);
            Comparison comparison;
            try (ProgressLine progress = notices.progress()) {
                comparison = Comparison.of(old, recent, progress::show);
            }
            Names names = recent.pack()
                    .names(recent.universe().names())
                    .and(old.pack().names(old.universe().names()));
            ComparisonView compared =
                    new ComparisonView(comparison, approved, failOnFlip, revisions::shown, names, terminal.wording());
            print.write(terminal, forms(compared, recent).as(chosen));
            notices.notes(approved.unused(comparison.flips()).stream()
                    .map(Approvals::note)
                    .toList());
            notices.done(
                    "compare.done",
                    comparison.compared(),
                    comparison.flips().size(),
                    comparison.moves().size());
            if (writeApprovals != null) {
                String text = approved.written(comparison.flips());
                PrintOptions.writeTo(writeApprovals, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
            }
            return finish(compared, notices);
        }
    }

    private Forms forms(ComparisonView compared, ScreeningRequest recent) {
        Wording wording = terminal.wording();
        FactWords facts = new FactWords(wording, compared.names());
        return new Forms()
                .document(() -> CompareContents.of(compared, all), print, terminal)
                .with(Format.JSON, out -> Contract.write(CompareContract.of(compared), out))
                .with(
                        Format.NDJSON,
                        out -> Contract.writeLines(
                                CompareContract.of(compared).lines().iterator(), out))
                .with(
                        Format.HTML,
                        out -> HtmlReport.inWords(wording, facts)
                                .document(
                                        CompareContents.of(compared, true),
                                        "compare",
                                        CompareContents.explained(compared.comparison(), recent.open()),
                                        recent.pack(),
                                        out));
    }

    private int finish(ComparisonView compared, Notices notices) {
        if (notices.anyProblems()) {
            return notices.finish(Message.of("entries with problems were left out; the rest was compared"));
        }
        int missing = compared.missing().size();
        if (failOnFlip && missing > 0) {
            terminal.message(Message.count(
                    missing,
                    "no verdicts flip without approval",
                    "1 verdict flips without approval",
                    "%s verdicts flip without approval"));
            return Exit.GATE;
        }
        return Exit.DONE;
    }

    private Approvals approved(Notices notices) {
        if (approvals == null) {
            return Approvals.none();
        }
        Approvals read = Approvals.read(Shipped.path(approvals));
        notices.problems(read.problems());
        return read;
    }

    /** Returns the ids that the words name in either universe; null if there are no words. */
    private static @Nullable Set<String> ids(
            Function<String, Message> unknown,
            List<String> words,
            ScreeningRequest old,
            ScreeningRequest recent,
            BiFunction<Universe, String, @Nullable String> find,
            Function<Universe, List<String>> known) {
        if (words.isEmpty()) {
            return null;
        }
        Set<String> ids = new TreeSet<>();
        for (String word : words) {
            String now = find.apply(recent.universe(), word);
            String before = find.apply(old.universe(), word);
            if (now == null && before == null) {
                Set<String> all = new TreeSet<>(known.apply(old.universe()));
                all.addAll(known.apply(recent.universe()));
                throw Refusal.unknown(unknown.apply(word), word, all);
            }
            if (now != null) {
                ids.add(now);
            }
            if (before != null) {
                ids.add(before);
            }
        }
        return ids;
    }
}
