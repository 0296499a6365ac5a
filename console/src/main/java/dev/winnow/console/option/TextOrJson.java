package dev.winnow.console.option;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that chooses between text and JSON. */
public final class TextOrJson {

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            completionCandidates = Formats.class,
            description = "text for people; json for programs. Default: by the ending of -o FILE, otherwise text.")
    private @Nullable String format;

    /** Whether JSON is requested; refuses an unknown format before anything is read. */
    public boolean isJson(PrintOptions print) {
        return Format.chosen(format, print.file(), Formats.ALL) == Format.JSON;
    }

    /** Values for shell completion. */
    static final class Formats implements Iterable<String> {

        private static final List<Format> ALL = List.of(Format.TEXT, Format.JSON);

        @Override
        public Iterator<String> iterator() {
            return ALL.stream().map(Format::word).iterator();
        }
    }
}
