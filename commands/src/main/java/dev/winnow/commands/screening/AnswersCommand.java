package dev.winnow.commands.screening;

import dev.winnow.analysis.internal.questions.AnswerEffects;
import dev.winnow.console.input.ScreeningInput;
import dev.winnow.console.option.InputOptions;
import dev.winnow.console.option.IntakeOptions;
import dev.winnow.console.option.Packs;
import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.option.Shipped;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.language.PackException;
import dev.winnow.model.internal.history.Answer;
import dev.winnow.model.result.Screening;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.universe.Universe;
import dev.winnow.report.internal.contents.AnswersContents;
import dev.winnow.report.internal.layout.Colours;
import dev.winnow.tables.internal.answers.AnswerFile;
import dev.winnow.tables.internal.answers.AnswerFileReader;
import dev.winnow.tables.internal.answers.FormLayout;
import dev.winnow.tables.internal.answers.LaidAnswers;
import dev.winnow.tables.internal.cells.UnreadableTable;
import dev.winnow.tables.internal.write.Export;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code winnow answers}: reads a completed question sheet and shows what the answers change. */
@Command(
        name = "answers",
        description = "Read answers to the questions of `winnow ask`, add them to the known facts, and show "
                + "which verdicts change, with the answer that changes each.",
        footer = "winnow answers questions.xlsx -o answers.yaml",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class AnswersCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Packs packs;

    @Parameters(
            index = "0",
            paramLabel = "FILE",
            description = "A completed workbook of `winnow ask`, its first sheet as .csv, its Markdown with "
                    + "answers, or the .json file that the form saves.")
    private String answers = "";

    @Mixin
    private final InputOptions input = new InputOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE.yaml",
            description = "Write the accepted answers to a universe file, to be added with -u; refused rows go to "
                    + "a file beside the answers.")
    private @Nullable String output;

    @Mixin
    private final IntakeOptions intake = new IntakeOptions();

    public AnswersCommand(Terminal terminal, Packs packs) {
        this.terminal = terminal;
        this.packs = packs;
    }

    @Override
    public Integer call() {
        intake.check(
                output,
                Message.of("`%s` is not a universe file", output)
                        .with(Message.of("did you mean `%s`?", "answers.yaml")));
        Colours colours = intake.colours(terminal);
        Notices notices = intake.notices(terminal);
        try (Shipped shipped = new Shipped()) {
            ScreeningInput loader = new ScreeningInput(input, packs, shipped, notices);
            RulePack pack = loader.pack();
            Universe base = loader.universe();
            notices.problems(base.problems());
            if (pack == null) {
                return notices.finish(Message.of("nothing was screened"));
            }
            Universe known = loader.judged(pack, base.with(pack.vocabulary()));
            AnswerFile file = read(known, notices);
            LaidAnswers read = LaidAnswers.over(known, file);
            notices.notes(read.otherEditions(
                    List.of(pack.name(), pack.version(), pack.digest()), List.of(known.name(), known.digest())));
            notices.problems(read.problems());
            ScreeningRequest request = loader.request(pack, known);
            Screening before = request.open().screening();
            Screening after = request.over(read.universe()).open().screening();
            AnswerEffects effects = AnswerEffects.between(before, after, read.taken(), request, read::with);
            IntakeOptions.print(
                    AnswersContents.of(
                            after, read.taken(), read.refused().size(), read.conflicts(), effects, terminal.wording()),
                    colours,
                    terminal);
            if (output != null) {
                write(file, read, notices);
            }
        } catch (PackException e) {
            notices.problems(e.problems());
            return notices.finish(Message.of("nothing was screened"));
        }
        return notices.finish(Message.of("answers with problems were left out; the rest was accepted"));
    }

    private AnswerFile read(Universe known, Notices notices) {
        try {
            return new AnswerFileReader(known).read(Shipped.path(answers));
        } catch (UnreadableTable e) {
            notices.problems(List.of(e.problem()));
            throw new Refusal(notices.finish(Message.of("no answers were read")));
        } catch (IOException e) {
            throw new Refusal(Exit.COULD_NOT_RUN, Message.of("cannot read `%s`: %s", answers, PrintOptions.reason(e)));
        }
    }

    private void write(AnswerFile file, LaidAnswers read, Notices notices) {
        String target = String.valueOf(output);
        Place place = file.place();
        Node taken = Node.list(place, read.taken().stream().map(Answer::said).toList());
        PrintOptions.writeTo(
                target,
                out -> Export.writeDocument(
                        "answers to questions of winnow, from " + place.file(),
                        Node.map(place, List.of(new Node.Field("answers", place, taken))),
                        out));
        notices.notes(IntakeOptions.keep(answers, FormLayout.QUESTIONS, read.refused(), List.of(), terminal));
    }
}
