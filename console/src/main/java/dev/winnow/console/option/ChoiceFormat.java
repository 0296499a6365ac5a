package dev.winnow.console.option;

import dev.winnow.console.terminal.Terminal;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The {@code --format} option of commands without lines of NDJSON. */
public final class ChoiceFormat {

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            completionCandidates = Formats.class,
            description = "table for people; json for programs; csv or xlsx for spreadsheets; markdown to paste; "
                    + "docx, a Word document; html, a web page. Default: by the ending of -o FILE, otherwise "
                    + "table.")
    private @Nullable String word;

    /** Returns the requested format; refuses an unknown one before anything is read. */
    public Format chosen(PrintOptions print, Terminal terminal) {
        return print.checked(terminal, Format.chosen(word, print.file(), Formats.ALL));
    }

    /** Values for shell completion. */
    static final class Formats implements Iterable<String> {

        private static final List<Format> ALL =
                List.of(Format.TABLE, Format.JSON, Format.CSV, Format.XLSX, Format.MARKDOWN, Format.DOCX, Format.HTML);

        @Override
        public Iterator<String> iterator() {
            return ALL.stream().map(Format::word).iterator();
        }
    }
}
