package dev.winnow.cli;

import dev.winnow.model.Assessment;
import dev.winnow.model.Screening;
import dev.winnow.model.Universe;
import dev.winnow.report.MarkdownRanking;
import dev.winnow.report.SureText;
import dev.winnow.report.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code winnow screen}: which project, where, why, how sure, and what is to be found out. */
@Command(
        name = "screen",
        description = "Screen projects for cities: a ranked table, each with its verdict, why, and what to find out.",
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        sortOptions = false)
final class ScreenCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private final InputOptions input;

    @Option(names = "--city", paramLabel = "CITY", description = "Show this city only, by id or name; may be repeated.")
    private final List<String> cities = new ArrayList<>();

    @Option(
            names = "--project",
            paramLabel = "PROJECT",
            description = "Show this project only, by id or name, or screen the candidates of a file of your own;"
                    + " may be repeated. Ranks still cover all that was screened.")
    private final List<String> projects = new ArrayList<>();

    @Mixin
    private final FormatOption format = new FormatOption();

    @Mixin
    private final PrintOptions print = new PrintOptions();

    ScreenCommand(Terminal terminal, Packs packs) {
        this.terminal = terminal;
        this.input = new InputOptions(packs);
    }

    private Candidates asked(Universe universe) {
        Candidates all = Candidates.all(universe);
        return (projects.isEmpty() ? all : all.choose(projects)).in(cities);
    }

    @Override
    public Integer call() {
        Format chosen = format.chosen(print, terminal);
        Colours colours = print.colours(terminal);
        Notices notices = print.notices(terminal);
        try (Shipped shipped = new Shipped()) {
            Screened screened = input.screen(shipped, notices, this::asked);
            Screening asked = screened.asked();
            if (asked.assessments().isEmpty() && notices.anyProblems()) {
                return notices.finish("nothing was left to screen");
            }
            if (chosen == Format.JSON || chosen == Format.NDJSON) {
                notices.invented(asked);
            }
            Wording wording = terminal.wording();
            FactNames facts = new FactNames(wording, asked.names());
            Insight insight = new Insight(screened, false);
            SureText sure = Outlook.sureText(screened, wording);
            Function<Assessment, String> first = one -> sure.first(insight.ranking(one));
            Forms forms = ScreeningForms.of(screened, insight, print, wording)
                    .text(
                            Format.TABLE,
                            () -> ScreenTable.of(
                                    asked, colours, wording, print.width(terminal, ScreenTable.MOST), first))
                    .text(Format.MARKDOWN, () -> MarkdownRanking.of(asked, wording, facts, first));
            print.write(terminal, forms.in(chosen));
            notices.summary(asked);
        }
        return notices.finish("what is wrong was left out, the rest was screened");
    }
}
