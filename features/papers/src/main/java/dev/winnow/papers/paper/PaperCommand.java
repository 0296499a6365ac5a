package dev.winnow.papers.paper;

import dev.winnow.analysis.insight.Insight;
import dev.winnow.console.input.Candidates;
import dev.winnow.console.input.PlanBudgets;
import dev.winnow.console.input.ScreeningInput;
import dev.winnow.console.option.Format;
import dev.winnow.console.option.FormatOption;
import dev.winnow.console.option.Forms;
import dev.winnow.console.option.InputOptions;
import dev.winnow.console.option.Packs;
import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.option.RecordsOption;
import dev.winnow.console.option.SampleOptions;
import dev.winnow.console.option.Shipped;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import dev.winnow.papers.letter.LetterCommand;
import dev.winnow.records.internal.store.RecordStore;
import dev.winnow.report.html.HtmlRenderer;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.contents.Budget;
import dev.winnow.report.internal.contents.MemoContents;
import dev.winnow.report.internal.contents.PairAdditions;
import dev.winnow.report.internal.document.Document;
import dev.winnow.report.internal.sentences.Sensitivity;
import dev.winnow.report.json.ContractAdditions;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code winnow paper}: writes the decision paper on one project in one city. */
@Command(
        name = "paper",
        description = "Write the decision paper on one project in one city: two pages with the recommendation, its "
                + "conditions, the reasons for and against it, the assumptions and the sources.",
        footer = {
            "winnow paper sien qingdao",
            "winnow paper sien qingdao --annex -o paper.html",
            "winnow paper sien qingdao --number 2026-12 -o paper.docx"
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class PaperCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Packs packs;

    @Parameters(index = "0", paramLabel = "PROJECT", description = "A project, by id or name, or a file of your own.")
    private String project = "";

    @Parameters(index = "1", paramLabel = "CITY", description = "A city, by id or name.")
    private String city = "";

    @Mixin
    private final InputOptions input = new InputOptions();

    @Option(
            names = "--plan",
            paramLabel = "FILE",
            description = "A plan of `winnow portfolio`, whose budget is compared with the cost of the project.")
    private @Nullable String plan;

    @Option(
            names = "--unit",
            paramLabel = "NAME",
            description = "The unit that submits the paper. Default: the bureau of the letterhead in --templates, "
                    + "otherwise a blank.")
    private @Nullable String unit;

    @Option(names = "--number", paramLabel = "TEXT", description = "The number of the paper. Default: a blank.")
    private @Nullable String number;

    @Option(names = "--day", paramLabel = "DAY", description = "The day of submission. Default: a blank.")
    private @Nullable String day;

    @Option(names = "--urgency", paramLabel = "TEXT", description = "The urgency of the paper. Default: none.")
    private @Nullable String urgency;

    @Option(names = "--secrecy", paramLabel = "TEXT", description = "The secrecy of the paper. Default: none.")
    private @Nullable String secrecy;

    @Option(
            names = "--templates",
            paramLabel = "FOLDER",
            description = "Folder with the letterhead of your own, as for `winnow letter`.")
    private @Nullable String templates;

    @Option(names = "--annex", description = "Append the memo of `winnow explain` on pages of its own.")
    private boolean annex;

    @Option(
            names = "--records",
            paramLabel = "PLACE",
            description = "Place of the records whose last screening of the project the paper compares with: a file, "
                    + "or a JDBC URL of SQLite or PostgreSQL. Default: the variable WINNOW_RECORDS, otherwise none.")
    private @Nullable String records;

    @Mixin
    private final SampleOptions samples = new SampleOptions();

    @Mixin
    private final FormatOption format = new FormatOption(
            "table for people; markdown to paste; docx, a Word document; html, a web page to print. "
                    + "Default: by the ending of -o FILE, otherwise table.",
            Format.TABLE,
            Format.MARKDOWN,
            Format.DOCX,
            Format.HTML);

    @Mixin
    private final PrintOptions print = new PrintOptions();

    public PaperCommand(Terminal terminal, Packs packs) {
        this.terminal = terminal;
        this.packs = packs;
    }

    private Candidates asked(Universe universe) {
        return Candidates.all(universe).choose(List.of(project)).inCities(List.of(city));
    }

    @Override
    public Integer call() {
        samples.check();
        Format chosen = format.chosen(print, terminal);
        Notices notices = print.notices(terminal);
        try (Shipped shipped = new Shipped()) {
            ScreeningInput.Screened screened =
                    new ScreeningInput(input, packs, shipped, notices).screened(List.of(project), this::asked);
            ScreeningResult result = screened.result();
            List<Assessment> asked = result.asked().assessments();
            if (asked.isEmpty() && notices.anyProblems()) {
                return notices.finish(Message.of("nothing was left to screen"));
            }
            if (asked.size() != 1) {
                throw new Refusal(
                        Exit.USAGE,
                        Message.of("a paper is about one project, and `%s` has %s", project, asked.size())
                                .with(Message.of("name one project; `%s` adds a file", "-u FILE")));
            }
            Assessment one = asked.get(0);
            Budget share = budget(result, one, notices);
            Wording wording = terminal.wording();
            Insight insight = samples.insight(result, true);
            ContractAdditions additions = screened.additions();
            Explanation explanation =
                    result.session().withCritical(result.session().explain(one));
            Document paper = frame(wording, notices)
                    .around(
                            PaperContents.of(
                                    result, insight, additions, explanation, share, earlier(one, notices), wording),
                            wording);
            Document memo = annex ? memo(result, insight, additions, explanation, wording) : null;
            Forms forms = new Forms()
                    .prose(() -> memo == null ? List.of(paper) : List.of(paper, memo), print, terminal)
                    .with(
                            Format.HTML,
                            out -> HtmlRenderer.render(
                                    memo == null ? paper : PaperContents.withAnnex(paper, memo, wording),
                                    wording,
                                    out));
            print.write(terminal, forms.as(chosen));
        }
        return notices.finish(Message.of("entries with problems were left out; the rest was screened"));
    }

    private PaperFrame frame(Wording wording, Notices notices) {
        String bureau = templates == null
                ? null
                : LetterCommand.templates(templates, wording, notices).bureau();
        return new PaperFrame(
                unit == null ? bureau : unit, number, day == null ? null : InputOptions.today(day), urgency, secrecy);
    }

    /** Returns the budget of the plan for the candidate; null without a plan, or if it has no budget. */
    private @Nullable Budget budget(ScreeningResult result, Assessment one, Notices notices) {
        return plan == null
                ? null
                : PlanBudgets.installed().read(plan, result, one.city(), Message.of("no paper was written"), notices);
    }

    private static Document memo(
            ScreeningResult result, Insight insight, PairAdditions additions, Explanation one, Wording wording) {
        return MemoContents.of(
                result.whole(),
                one,
                wording,
                new FactWords(wording, result.asked().names()),
                new Sensitivity(result, insight, wording, false, additions::memo).sections(one));
    }

    /** Returns the last recorded screening of the candidate; null without records, or if they do not contain it. */
    private @Nullable EarlierRecord earlier(Assessment one, Notices notices) {
        try (RecordStore store = RecordsOption.toRead(records, terminal)) {
            if (store == null) {
                return null;
            }
            EarlierRecord found = EarlierRecord.find(
                    store,
                    RecordsOption.readable(store, notices),
                    one.project(),
                    one.city(),
                    terminal.wording().language());
            if (found == null) {
                notices.note(Problem.at(
                        Place.file(store.place()),
                        "no recorded screening has `%s` in `%s`",
                        one.project(),
                        one.city()));
                return null;
            }
            return found;
        }
    }
}
