package dev.winnow.commands.screening;

import dev.winnow.analysis.insight.Insight;
import dev.winnow.console.input.Candidates;
import dev.winnow.console.input.ScreeningInput;
import dev.winnow.console.option.FieldsOption;
import dev.winnow.console.option.Format;
import dev.winnow.console.option.FormatOption;
import dev.winnow.console.option.Forms;
import dev.winnow.console.option.InputOptions;
import dev.winnow.console.option.Packs;
import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.option.SampleOptions;
import dev.winnow.console.option.ScreeningForms;
import dev.winnow.console.option.Shipped;
import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.model.result.Screening;
import dev.winnow.model.source.Message;
import dev.winnow.model.universe.Universe;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.contents.MemoContents;
import dev.winnow.report.internal.document.Document;
import dev.winnow.report.internal.sentences.Sensitivity;
import dev.winnow.report.json.ContractAdditions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code winnow explain}: explains the assessment of one project in one city in full. */
@Command(
        name = "explain",
        description = "Explain one project in one city: a memo with every finding, its figures and sources, "
                + "and the missing facts.",
        footer = {"winnow explain sien qingdao", "winnow explain sien qingdao --why-not -o memo.html"},
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        sortOptions = false)
public final class ExplainCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Packs packs;

    @Parameters(index = "0", paramLabel = "PROJECT", description = "A project, by id or name, or a file of your own.")
    private String project = "";

    @Parameters(index = "1", paramLabel = "CITY", description = "A city, by id or name.")
    private String city = "";

    @Mixin
    private final InputOptions input = new InputOptions();

    @Option(
            names = "--project",
            paramLabel = "FILE",
            description =
                    "A file of further candidates, screened together with those of the universe; may be " + "repeated.")
    private final List<String> files = new ArrayList<>();

    @Option(
            names = "--why-not",
            description = "Show for every rule that does not hold which constraint fails, and by how much.")
    private boolean whyNot;

    @Mixin
    private final SampleOptions samples = new SampleOptions();

    @Mixin
    private final FormatOption format = FormatOption.ofLines();

    @Mixin
    private final FieldsOption fields = new FieldsOption();

    @Mixin
    private final PrintOptions print = new PrintOptions();

    public ExplainCommand(Terminal terminal, Packs packs) {
        this.terminal = terminal;
        this.packs = packs;
    }

    private Candidates asked(Universe universe) {
        Candidates all = files.isEmpty() ? Candidates.all(universe) : Candidates.own(universe, files);
        return all.choose(List.of(project)).inCities(List.of(city));
    }

    @Override
    public Integer call() {
        samples.check();
        Format chosen = format.chosen(print, terminal);
        fields.check(chosen);
        Notices notices = print.notices(terminal);
        try (Shipped shipped = new Shipped()) {
            List<String> words = new ArrayList<>(files);
            words.add(project);
            ScreeningInput.Screened screened =
                    new ScreeningInput(input, packs, shipped, notices).screened(words, this::asked);
            ScreeningResult result = screened.result();
            Screening asked = result.asked();
            if (asked.assessments().isEmpty() && notices.anyProblems()) {
                return notices.finish(Message.of("nothing was left to screen"));
            }
            if (chosen == Format.JSON || chosen == Format.NDJSON) {
                notices.invented(asked);
            }
            Wording wording = terminal.wording();
            FactWords facts = new FactWords(wording, asked.names());
            Insight insight = samples.insight(result, true);
            ContractAdditions additions = screened.additions();
            Sensitivity sensitivity = new Sensitivity(result, insight, wording, whyNot, additions::memo);
            Supplier<List<Document>> memos = () -> result.session()
                    .explanationsWithCritical(result.asked().assessments())
                    .map(one -> MemoContents.of(result.whole(), one, wording, facts, sensitivity.sections(one)))
                    .toList();
            Forms forms = ScreeningForms.of(result, insight, additions, fields, print, wording)
                    .prose(memos, print, terminal);
            print.write(terminal, forms.as(chosen));
        }
        return notices.finish(Message.of("entries with problems were left out; the rest was screened"));
    }
}
