package dev.winnow.cli.option;

import dev.winnow.cli.terminal.Exit;
import dev.winnow.cli.terminal.Refusal;
import dev.winnow.model.source.Message;
import dev.winnow.report.internal.layout.Columns;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Output formats; each command supports some of them. */
public enum Format {
    /** Text on a terminal. */
    TABLE("table", ".txt"),
    /** One JSON document. */
    JSON("json", ".json"),
    /** The parts of the JSON contract, one per line. */
    NDJSON("ndjson", ".ndjson .jsonl"),
    /** One table as CSV. */
    CSV("csv", ".csv"),
    /** A spreadsheet workbook. */
    XLSX("xlsx", ".xlsx"),
    /** Text to paste into other documents. */
    MARKDOWN("markdown", ".md .markdown"),
    /** A word-processor document. */
    DOCX("docx", ".docx"),
    /** A web page. */
    HTML("html", ".html .htm"),
    /** A diagram. */
    MERMAID("mermaid", ".mmd .mermaid"),
    /** A calendar. */
    CALENDAR("ics", ".ics");

    /** File endings that winnow does not write, each with the closest format that it does. */
    private static final Map<String, Format> INSTEAD =
            Map.of(".xls", XLSX, ".xlsm", XLSX, ".xlsb", XLSX, ".ods", XLSX, ".doc", DOCX, ".pdf", HTML);

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
     * Returns the requested format: the given word, else the one that the output file's ending selects, else the first
     * offered.
     *
     * @param word the value of {@code --format}; null without one
     * @param file the value of {@code --output}; null without one
     */
    public static Format chosen(@Nullable String word, @Nullable String file, List<Format> offered) {
        List<String> words = offered.stream().map(Format::word).toList();
        if (word != null) {
            return named(Choices.oneOf("--format", word, words));
        }
        String ending = ending(file);
        Format instead = INSTEAD.get(ending);
        Format format = Arrays.stream(values())
                .filter(one -> one.endings().contains(ending))
                .findFirst()
                .orElse(offered.get(0));
        if (offered.contains(format) && (instead == null || format.endings().contains(ending))) {
            return format;
        }
        throw new Refusal(
                Exit.USAGE,
                instead != null && offered.contains(instead)
                        ? Message.of("this command has no format `%s`", Columns.clean(ending))
                                .with(Message.of("did you mean `%s`?", instead.ending()))
                        : Message.of(
                                "this command has no format `%s`; expected one of %s", Columns.clean(ending), words));
    }

    private static Format named(String word) {
        return Arrays.stream(values())
                .filter(one -> one.word.equals(word))
                .findFirst()
                .orElseThrow();
    }

    private static String ending(@Nullable String file) {
        String name = Objects.requireNonNullElse(file, "").toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        return dot <= name.lastIndexOf('/') ? "" : name.substring(dot);
    }
}
