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

/** The output formats; each command offers some of them. */
public enum Format {
    /** Text for people, on a terminal. */
    TABLE("table", ".txt"),
    /** One document for programs, a contract. */
    JSON("json", ".json"),
    /** The contract's parts, one a line. */
    NDJSON("ndjson", ".ndjson .jsonl"),
    /** One table for programs and spreadsheets. */
    CSV("csv", ".csv"),
    /** A workbook for spreadsheets. */
    XLSX("xlsx", ".xlsx"),
    /** A text to paste. */
    MARKDOWN("markdown", ".md .markdown"),
    /** A document for word processors. */
    DOCX("docx", ".docx"),
    /** A page for a browser. */
    HTML("html", ".html .htm"),
    /** A diagram. */
    MERMAID("mermaid", ".mmd .mermaid");

    /** Endings of files that would not open with a table in them, and what is written instead. */
    private static final Map<String, Format> INSTEAD =
            Map.of(".xls", XLSX, ".xlsm", XLSX, ".xlsb", XLSX, ".ods", XLSX, ".doc", DOCX, ".pdf", HTML);

    private final String word;
    private final String endings;

    /**
     * A format.
     *
     * @param endings of names of files, the usual one first, with blanks between
     */
    Format(String word, String endings) {
        this.word = word;
        this.endings = endings;
    }

    private List<String> endings() {
        return List.of(endings.split(" "));
    }

    /** As it stands after {@code --format}. */
    public String word() {
        return word;
    }

    /**
     * The format that was asked for: by a word, else by the ending of the file that is written, else the first that is
     * offered.
     *
     * @param word the word after {@code --format}; null if there was none
     * @param file the file after {@code --output}; null if there was none
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
                        ? Message.of("`%s` is no format of this command", Columns.clean(ending))
                                .with(Message.of(
                                        "maybe `%s`?", instead.endings().get(0)))
                        : Message.of(
                                "`%s` is no format of this command, which is one of %s", Columns.clean(ending), words));
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
