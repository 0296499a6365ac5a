package dev.winnow.console.option;

import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.report.internal.document.Document;
import dev.winnow.report.internal.layout.Colours;
import dev.winnow.report.internal.text.TextRenderer;
import dev.winnow.tables.internal.answers.AnswerFile;
import dev.winnow.tables.internal.answers.FormLayout;
import dev.winnow.tables.internal.answers.RefusedAnswers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of commands that read returned forms, print a report, and write what counts to a YAML file. */
public final class IntakeOptions {

    @Option(names = "--force", description = "Overwrite an existing file.")
    private boolean force;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            completionCandidates = PrintOptions.Whens.class,
            description = "Colours: auto, always or never. Default: auto, which uses colours on a terminal unless "
                    + "NO_COLOR is set.")
    private String color = "auto";

    @Option(
            names = {"-q", "--quiet"},
            description = "Print no notes to standard error; problems are still printed.")
    private boolean quiet;

    /**
     * Refuses a file that is no YAML or that exists.
     *
     * @param output the file; null for none
     * @param wrong the message that it is no YAML
     */
    public void check(@Nullable String output, Message wrong) {
        if (output != null && !output.toLowerCase(Locale.ROOT).matches(".*\\.ya?ml")) {
            throw new Refusal(Exit.USAGE, wrong);
        }
        NewFile.check(output, force);
    }

    public Notices notices(Terminal terminal) {
        return new Notices(terminal, quiet);
    }

    /** Whether the report is coloured; refuses an unknown value before anything is read. */
    public Colours colours(Terminal terminal) {
        return PrintOptions.colours(color, false, terminal);
    }

    /** Prints a report to standard output. */
    public static void print(Document report, Colours colours, Terminal terminal) {
        String text = TextRenderer.render(report, colours, PrintOptions.columns(terminal, TextRenderer.MAX_WIDTH));
        PrintOptions.print(terminal, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Writes refused rows beside their form.
     *
     * @param form the file of the form
     * @param about the metadata of the form, above the headings of its rows
     * @return a note per written file
     */
    public static List<Problem> keep(
            String form,
            FormLayout layout,
            List<AnswerFile.Refused> refused,
            List<List<String>> about,
            Terminal terminal) {
        try {
            return new RefusedAnswers(
                            Shipped.path(form), layout, terminal.wording().language(), terminal.wording()::withPlace)
                    .write(refused, about).stream()
                            .map(path -> Problem.at(
                                    Place.file(path.toString().replace('\\', '/')),
                                    "the refused rows, to be corrected and read again"))
                            .toList();
        } catch (IOException e) {
            throw new Refusal(
                    Exit.COULD_NOT_RUN,
                    Message.of("cannot write the refused rows beside `%s`: %s", form, PrintOptions.reason(e)));
        }
    }
}
