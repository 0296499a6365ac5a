package dev.winnow.console.option;

import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.model.source.Message;
import dev.winnow.report.internal.layout.Columns;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Output formats; each command supports some of them. */
public enum Format {
    /** Text on a terminal, in columns. */
    TABLE("table", ".txt"),
    /** Text on a terminal. */
    TEXT("text", ".txt"),
    /** One JSON document. */
    JSON("json", ".json .txt"),
    /** The parts of the JSON contract, one per line. */
    NDJSON("ndjson", ".ndjson .jsonl .txt"),
    /** One table as CSV. */
    CSV("csv", ".csv .txt"),
    /** A spreadsheet workbook. */
    XLSX("xlsx", ".xlsx"),
    /** Text to paste into other documents. */
    MARKDOWN("markdown", ".md .markdown .txt"),
    /** A word-processor document. */
    DOCX("docx", ".docx"),
    /** A web page. */
    HTML("html", ".html .htm .txt"),
    /** A diagram. */
    MERMAID("mermaid", ".mmd .mermaid .txt"),
    /** A calendar. */
    CALENDAR("ics", ".ics .txt"),
    /** Settings or facts. */
    YAML("yaml", ".yaml .yml .txt"),
    /** XML for build servers. */
    JUNIT("junit", ".xml .txt"),
    /** JSON for code scanners. */
    SARIF("sarif", ".sarif .json .txt"),
    /** Comments on the lines of a pull request. */
    GITHUB("github", ".txt");

    private final String word;
    private final String endings;

    /** @param endings file endings separated by blanks, the usual one first */
    Format(String word, String endings) {
        this.word = word;
        this.endings = endings;
    }

    private List<String> endings() {
        return List.of(endings.split(" "));
    }

    /** Returns the usual ending of such files, with its dot. */
    public String ending() {
        return endings().get(0);
    }

    /** Returns the value of {@code --format} for this format. */
    public String word() {
        return word;
    }

    /**
     * Returns the requested format: the given word, else the first offered one that the output file's ending selects,
     * else the first offered. Refuses an ending that does not belong to the format, because other programs would read
     * the file as something else: text in a web page can contain scripts.
     *
     * @param word the value of {@code --format}; null without one
     * @param file the value of {@code --output}; null without one
     */
    public static Format chosen(@Nullable String word, @Nullable String file, List<Format> offered) {
        List<Format> possible = word == null
                ? offered
                : named(List.of(Choices.oneOf(
                        "--format", word, offered.stream().map(Format::word).toList())));
        String name = Objects.requireNonNullElse(file, "");
        String ending = ending(name);
        return possible.stream()
                .filter(one -> ending.isEmpty() || one.endings().contains(ending))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        Exit.USAGE,
                        (word == null
                                        ? Message.of("the ending of `%s` selects no format", Columns.clean(name))
                                        : Message.of(
                                                "the ending of `%s` contradicts the format `%s`",
                                                Columns.clean(name), word))
                                .with(advice(
                                        name,
                                        possible.stream()
                                                .flatMap(one -> one.endings().stream())
                                                .distinct()
                                                .toList()))));
    }

    /**
     * Returns the advice to a file name whose ending is not among those of a command: the name with the ending that
     * continues its own, such as {@code .xlsx} for {@code .xls}, else with the first.
     */
    static Message advice(String file, List<String> endings) {
        String ending = ending(file);
        String stem = ending.matches("\\.[a-z]*") ? file.substring(0, file.length() - ending.length()) : file;
        String better = endings.stream()
                .filter(one -> one.startsWith(ending) || ending.startsWith(one))
                .findFirst()
                .orElse(endings.get(0));
        String name = Columns.clean(stem + better);
        List<String> others =
                endings.stream().filter(one -> !one.equals(better)).toList();
        return others.isEmpty()
                ? Message.of("write to `%s`", name)
                : Message.of("write to `%s`; also possible: %s", name, Message.names(others));
    }

    /** Returns the formats with these words, in this order. */
    static List<Format> named(List<String> words) {
        return words.stream()
                .flatMap(word -> Arrays.stream(values()).filter(one -> one.word.equals(word)))
                .toList();
    }

    private static String ending(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        return dot <= Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) ? "" : name.substring(dot);
    }
}
