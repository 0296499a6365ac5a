package dev.winnow.commands.screening;

import dev.winnow.analysis.internal.questions.QuestionList;
import dev.winnow.console.input.Candidates;
import dev.winnow.console.input.ScreeningInput;
import dev.winnow.console.option.Addressee;
import dev.winnow.console.option.Format;
import dev.winnow.console.option.FormatOption;
import dev.winnow.console.option.Forms;
import dev.winnow.console.option.InputOptions;
import dev.winnow.console.option.Packs;
import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.option.Shipped;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.model.result.Effect;
import dev.winnow.model.source.Message;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.vocabulary.LocalName;
import dev.winnow.report.html.QuestionForm;
import dev.winnow.report.internal.contents.AskContents;
import dev.winnow.report.internal.contents.Questionnaire;
import dev.winnow.report.internal.layout.Colours;
import dev.winnow.report.internal.markdown.AskMarkdown;
import dev.winnow.report.internal.text.TextRenderer;
import dev.winnow.report.internal.xlsx.QuestionSheets;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code winnow ask}: lists missing facts as questions to the people who know them. */
@Command(
        name = "ask",
        description = "List missing facts as questions to the people who know them, each once for all "
                + "candidates that depend on it; as a table, or as a sheet or form that `winnow answers` "
                + "reads back.",
        footer = {"winnow ask hisense-xinxin qingdao", "winnow ask hisense-xinxin qingdao -o questions.xlsx"},
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class AskCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Packs packs;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "PROJECT",
            description = "A project, by id or name, or a file of your own. Default: every project.")
    private @Nullable String project;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "CITY",
            description = "A city, by id or name. Default: every city.")
    private @Nullable String city;

    @Mixin
    private final InputOptions input = new InputOptions();

    @Option(names = "--all", description = "List all questions, not only the first ones for each addressee.")
    private boolean all;

    @Option(
            names = "--to",
            paramLabel = "WHO",
            description = "Ask only this addressee, such as owner, city or expert, by a word of the name. Sheets "
                    + "and forms then omit points and verdicts, so that they can be sent out.")
    private @Nullable String to;

    @Option(names = "--deciding", description = "Ask only questions that decide a knock-out or a red flag.")
    private boolean deciding;

    @Option(
            names = "--top",
            paramLabel = "N",
            description = "Ask only the first N questions, those that decide most for the least effort.")
    private @Nullable Integer top;

    @Mixin
    private final FormatOption format = new FormatOption(
            "table for people; xlsx or html to fill in; markdown to paste. Default: by the ending of "
                    + "-o FILE, otherwise table.",
            Format.TABLE,
            Format.XLSX,
            Format.HTML,
            Format.MARKDOWN);

    @Mixin
    private final PrintOptions print = PrintOptions.ofData();

    public AskCommand(Terminal terminal, Packs packs) {
        this.terminal = terminal;
        this.packs = packs;
    }

    @Override
    public Integer call() {
        Format chosen = format.chosen(print, terminal);
        Colours colours = print.colours(terminal);
        Notices notices = print.notices(terminal);
        try (Shipped shipped = new Shipped()) {
            List<String> words = project == null ? List.of() : List.of(project);
            ScreeningResult result = new ScreeningInput(input, packs, shipped, notices)
                    .screened(words, this::asked)
                    .result();
            if (result.asked().assessments().isEmpty() && notices.anyProblems()) {
                return notices.finish(Message.of("nothing was left to screen"));
            }
            Universe universe = result.session().universe();
            Questionnaire questions = Questionnaire.of(
                    some(QuestionList.of(result.explanations(), universe.vocabulary(), universe.answers())),
                    result.asked(),
                    universe,
                    to != null,
                    terminal.wording());
            Forms forms = new Forms()
                    .text(
                            Format.TABLE,
                            () -> TextRenderer.render(
                                    AskContents.of(questions, all),
                                    colours,
                                    print.width(terminal, TextRenderer.MAX_WIDTH)))
                    .text(Format.MARKDOWN, () -> AskMarkdown.of(questions))
                    .with(Format.XLSX, out -> QuestionSheets.write(questions, out))
                    .with(Format.HTML, out -> QuestionForm.write(questions, out));
            print.write(terminal, forms.as(chosen));
        }
        return notices.finish(Message.of("entries with problems were left out; the rest was screened"));
    }

    private QuestionList some(QuestionList questions) {
        if (top != null && top < 1) {
            throw new Refusal(Exit.USAGE, Message.of("`%s` must be a whole number of at least %s", "--top", 1));
        }
        LocalName who = to == null ? null : Addressee.of(questions, to, List.of());
        return questions.only(
                one -> (who == null || one.how().who().equals(who))
                        && (!deciding
                                || one.stake().decides().stream()
                                        .anyMatch(effect -> effect.bearing() == Effect.Bearing.VERDICT)),
                top);
    }

    /** A single word that names no project may name a city. */
    private Candidates asked(Universe universe) {
        Candidates every = Candidates.all(universe);
        if (project == null) {
            return every;
        }
        if (city == null
                && universe.findProject(project) == null
                && universe.findCity(project) != null
                && !Candidates.isFile(project)) {
            return every.inCities(List.of(project));
        }
        Candidates chosen = every.choose(List.of(project));
        return city == null ? chosen : chosen.inCities(List.of(city));
    }
}
