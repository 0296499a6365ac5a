package dev.winnow.cli;

import dev.winnow.model.Screening;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** For people or for programs. */
final class FormatOption {

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            completionCandidates = Formats.class,
            description = "table, for people; json, a contract for programs; html, a page for a browser. Default: table.")
    private String format = "table";

    /** Stops a wrong word before anything is read. */
    void check() {
        Words.oneOf("--format", format, Formats.ALL);
    }

    /** Writes a screening as it was asked for. */
    void write(PrintOptions print, Terminal terminal, Screened screened, Supplier<String> text) {
        Screening screening = screened.asked();
        if (format.equals("html")) {
            print.write(terminal, out -> Pages.of(screened, out));
        } else if (format.equals("json")) {
            print.write(terminal, out -> JsonContract.write(screening, out));
        } else {
            print.write(terminal, text.get());
        }
    }

    boolean isJson() {
        return format.equals("json");
    }

    /** For completion. */
    static final class Formats implements Iterable<String> {

        private static final List<String> ALL = List.of("table", "json", "html");

        @Override
        public Iterator<String> iterator() {
            return ALL.iterator();
        }
    }
}
