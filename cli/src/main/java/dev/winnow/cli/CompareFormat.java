package dev.winnow.cli;

import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** How a comparison is written. */
final class CompareFormat {

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            completionCandidates = Formats.class,
            description =
                    "text, for people; json, a contract for programs; markdown, for a pull request. Default: text.")
    private String format = "text";

    /** Stops a wrong word before anything is read. */
    void check() {
        Words.oneOf("--format", format, Formats.ALL);
    }

    /** Writes a comparison as it was asked for. */
    void write(PrintOptions print, Terminal terminal, Compared compared, Supplier<String> text) {
        switch (format) {
            case "json" -> print.write(terminal, out -> CompareContract.write(compared, out));
            case "markdown" -> print.write(terminal, CompareMarkdown.of(compared));
            default -> print.write(terminal, text.get());
        }
    }

    /** For completion. */
    static final class Formats implements Iterable<String> {

        private static final List<String> ALL = List.of("text", "json", "markdown");

        @Override
        public Iterator<String> iterator() {
            return ALL.iterator();
        }
    }
}
