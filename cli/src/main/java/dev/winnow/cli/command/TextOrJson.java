package dev.winnow.cli.command;

import dev.winnow.cli.option.Choices;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.Option;

/** The option that chooses between a text and its contract. */
final class TextOrJson {

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            completionCandidates = Formats.class,
            description = "text, for people, or json, a contract for programs. Default: text.")
    private String format = "text";

    /** Refuses an unknown word before anything is read. */
    void check() {
        Choices.oneOf("--format", format, Formats.ALL);
    }

    boolean isJson() {
        return format.equals("json");
    }

    /** For completion. */
    static final class Formats implements Iterable<String> {

        private static final List<String> ALL = List.of("text", "json");

        @Override
        public Iterator<String> iterator() {
            return ALL.iterator();
        }
    }
}
