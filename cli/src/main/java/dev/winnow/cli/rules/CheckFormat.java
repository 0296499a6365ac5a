package dev.winnow.cli.rules;

import dev.winnow.cli.option.Choices;
import dev.winnow.cli.option.PrintOptions;
import dev.winnow.cli.option.Version;
import dev.winnow.cli.terminal.Terminal;
import dev.winnow.report.json.Contracts;
import dev.winnow.report.rules.CheckReport;
import dev.winnow.report.rules.WorkflowCommands;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.Option;

/** The option for the format of a check's findings. */
final class CheckFormat {

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            completionCandidates = Formats.class,
            description = "text, for people; json, a contract for programs; sarif, for code scanners; github, comments"
                    + " on the lines of a pull request. Default: text.")
    private String format = "text";

    /** Refuses an unknown word before anything is read. */
    void check() {
        Choices.oneOf("--format", format, Formats.ALL);
    }

    /** Writes a report in the chosen format. */
    void write(PrintOptions print, Terminal terminal, CheckReport report) {
        switch (format) {
            case "json" -> print.write(terminal, out -> Contracts.write(report, out));
            case "sarif" ->
                print.write(terminal, out -> Contracts.writeSarif(report, terminal.wording(), Version.number(), out));
            case "github" -> print.write(terminal, WorkflowCommands.of(report, terminal.wording()));
            default -> print.write(terminal, report.text(print.colours(terminal), terminal.wording()));
        }
    }

    /** For completion. */
    static final class Formats implements Iterable<String> {

        private static final List<String> ALL = List.of("text", "json", "sarif", "github");

        @Override
        public Iterator<String> iterator() {
            return ALL.iterator();
        }
    }
}
