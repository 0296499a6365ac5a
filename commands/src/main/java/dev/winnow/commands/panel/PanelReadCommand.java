package dev.winnow.commands.panel;

import dev.winnow.console.input.PanelOption;
import dev.winnow.console.option.InputOptions;
import dev.winnow.console.option.IntakeOptions;
import dev.winnow.console.option.Packs;
import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.option.Shipped;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.model.internal.panel.Round;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Problem;
import dev.winnow.report.internal.contents.ReadJudgementsContents;
import dev.winnow.report.internal.layout.Colours;
import dev.winnow.tables.internal.answers.FormLayout;
import dev.winnow.tables.internal.answers.JudgementFile;
import dev.winnow.tables.internal.answers.JudgementFileReader;
import dev.winnow.tables.internal.answers.ReturnedForm;
import dev.winnow.tables.internal.answers.RoundJudgements;
import dev.winnow.tables.internal.cells.UnreadableTable;
import dev.winnow.tables.internal.write.Export;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code winnow panel read}: reads returned blind forms. */
@Command(
        name = "read",
        description = "Read the blind forms that assessors return, and write the judgements of a round to a file. Give "
                + "all forms of the round together.",
        footer = "winnow panel read forms/*.xlsx --panel panel.yaml -r battery-review -u illustrative -o round-1.yaml",
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        sortOptions = false)
public final class PanelReadCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Packs packs;

    @Parameters(
            index = "0..*",
            arity = "1..*",
            paramLabel = "FILE",
            description = "A completed form of `winnow panel ask`: a workbook, its first sheet as .csv below "
                    + "the lines of its sheet `winnow`, Markdown with answers, or the .json file that the form saves.")
    private List<String> files = new ArrayList<>();

    @Mixin
    private final InputOptions input = new InputOptions();

    @Option(
            names = "--round",
            paramLabel = "N",
            description = "The round whose forms are read. Default: the round that the forms name.")
    private @Nullable Integer round;

    @Option(
            names = "--today",
            paramLabel = "DATE",
            description = "The day on which forms without a date were received. Default: unknown.")
    private @Nullable String today;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE.yaml",
            description = "Write the judgements to this file, which `rounds` of the panel names; refused rows go to a "
                    + "file beside each form.")
    private @Nullable String output;

    @Mixin
    private final IntakeOptions intake = new IntakeOptions();

    public PanelReadCommand(Terminal terminal, Packs packs) {
        this.terminal = terminal;
        this.packs = packs;
    }

    @Override
    public Integer call() {
        intake.check(
                output,
                Message.of("`%s` is not a file of judgements", output)
                        .with(Message.of("did you mean `%s`?", "round-1.yaml")));
        Colours colours = intake.colours(terminal);
        LocalDate received = today == null ? null : InputOptions.day(today);
        Notices notices = intake.notices(terminal);
        try (Shipped shipped = new Shipped()) {
            GivenPanel given = GivenPanel.read(input, packs, shipped, notices);
            List<ReturnedForm> forms = forms(notices);
            Round asked = given.round(round(forms));
            JudgementFileReader reader = new JudgementFileReader(
                    given.panel(), asked, given.given().scope(), given.given().stated(), received);
            RoundJudgements read = RoundJudgements.of(
                    given.panel(),
                    asked.number(),
                    forms.stream().map(reader::read).toList());
            for (JudgementFile file : read.files()) {
                notices.notes(file.notes());
                notices.problems(file.problems());
            }
            IntakeOptions.print(
                    ReadJudgementsContents.of(read, given.pack(), given.given().stated(), terminal.wording()),
                    colours,
                    terminal);
            if (output != null) {
                write(output, read, asked, notices);
            }
        }
        return notices.finish(Message.of("rows with problems were left out; the rest was accepted"));
    }

    /** Reads the files in the order of their names; those that cannot be read are reported. */
    private List<ReturnedForm> forms(Notices notices) {
        List<ReturnedForm> forms = new ArrayList<>();
        for (String file : files.stream().distinct().sorted().toList()) {
            try {
                forms.add(ReturnedForm.read(Shipped.path(file), file.replace('\\', '/')));
            } catch (UnreadableTable e) {
                notices.problems(List.of(e.problem()));
            } catch (IOException e) {
                throw new Refusal(Exit.COULD_NOT_RUN, Message.of("cannot read `%s`: %s", file, PrintOptions.reason(e)));
            }
        }
        if (forms.isEmpty()) {
            throw new Refusal(notices.finish(Message.of("no judgements were read")));
        }
        return forms;
    }

    /** Returns the requested round, else the one that the forms name; null if they name none. */
    private @Nullable Integer round(List<ReturnedForm> forms) {
        if (round != null) {
            return round;
        }
        List<Integer> named = forms.stream()
                .map(ReturnedForm::round)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
        if (named.size() > 1) {
            throw new Refusal(
                    Exit.USAGE,
                    Message.of("the forms belong to several rounds: %s", named)
                            .with(Message.of("read the forms of one round, or choose it with `%s`", "--round N")));
        }
        return named.isEmpty() ? null : named.get(0);
    }

    private void write(String target, RoundJudgements read, Round asked, Notices notices) {
        PrintOptions.writeTo(
                target, out -> Export.writeDocument("judgements read by winnow panel read", read.document(), out));
        List<Problem> notes = new ArrayList<>();
        Path folder = Objects.requireNonNull(
                PanelOption.required(input).file().toAbsolutePath().normalize().getParent());
        Path named = folder.relativize(Shipped.path(target).toAbsolutePath().normalize());
        String file = asked.file();
        if (file == null || !Path.of(file.strip()).normalize().equals(named)) {
            notes.add(Problem.at(
                    asked.place(),
                    Message.of("round %s does not name `%s`", asked.number(), target)
                            .with(Message.of(
                                    "write `%s`",
                                    "judgements: " + named.toString().replace('\\', '/')))));
        }
        for (JudgementFile form : read.files()) {
            notes.addAll(
                    IntakeOptions.keep(form.file(), FormLayout.JUDGEMENTS, form.refused(), form.about(), terminal));
        }
        notices.notes(notes);
    }
}
