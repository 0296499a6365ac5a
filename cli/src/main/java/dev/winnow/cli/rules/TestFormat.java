package dev.winnow.cli.rules;

import dev.winnow.cli.option.Choices;
import dev.winnow.cli.option.PrintOptions;
import dev.winnow.cli.terminal.Terminal;
import dev.winnow.report.json.Contracts;
import dev.winnow.report.rules.JUnitXml;
import dev.winnow.report.rules.TestReport;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** The option for the format of test results. */
final class TestFormat {

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            completionCandidates = Formats.class,
            description = "text, for people; json, a contract for programs; junit, XML for build servers. Default:"
                    + " text.")
    private String format = "text";

    /** Refuses an unknown word before anything is read. */
    void check() {
        Choices.oneOf("--format", format, Formats.ALL);
    }

    boolean isText() {
        return format.equals("text");
    }

    /** Writes a report in the chosen format. */
    void write(PrintOptions print, Terminal terminal, TestReport report, Supplier<String> text) {
        switch (format) {
            case "json" -> print.write(terminal, out -> Contracts.write(report, out));
            case "junit" -> print.write(terminal, JUnitXml.of(report, terminal.wording()));
            default -> print.write(terminal, text.get());
        }
    }

    /** For completion. */
    static final class Formats implements Iterable<String> {

        private static final List<String> ALL = List.of("text", "json", "junit");

        @Override
        public Iterator<String> iterator() {
            return ALL.iterator();
        }
    }
}
