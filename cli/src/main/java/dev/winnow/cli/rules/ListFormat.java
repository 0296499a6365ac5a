package dev.winnow.cli.rules;

import dev.winnow.cli.option.Choices;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.Option;

/** The option for the format of a list. */
final class ListFormat {

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            completionCandidates = Formats.class,
            description = "table, for people, or json, a contract for programs. Default: table.")
    private String format = "table";

    /** Refuses an unknown word before anything is read. */
    void check() {
        Choices.oneOf("--format", format, Formats.ALL);
    }

    boolean isJson() {
        return format.equals("json");
    }

    /** For completion. */
    static final class Formats implements Iterable<String> {

        private static final List<String> ALL = List.of("table", "json");

        @Override
        public Iterator<String> iterator() {
            return ALL.iterator();
        }
    }
}
