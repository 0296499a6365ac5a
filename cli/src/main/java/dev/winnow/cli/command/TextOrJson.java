package dev.winnow.cli.command;

import dev.winnow.cli.option.Choices;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.Option;

/** The option that chooses between text and JSON. */
final class TextOrJson {

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            completionCandidates = Formats.class,
            description = "text for people; json for programs. Default: text.")
    private String format = "text";

    /** Refuses an unknown format before anything is read. */
    void check() {
        Choices.oneOf("--format", format, Formats.ALL);
    }

    boolean isJson() {
        return format.equals("json");
    }

    /** Values for shell completion. */
    static final class Formats implements Iterable<String> {

        private static final List<String> ALL = List.of("text", "json");

        @Override
        public Iterator<String> iterator() {
            return ALL.iterator();
        }
    }
}
