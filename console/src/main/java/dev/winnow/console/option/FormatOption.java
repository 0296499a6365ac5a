package dev.winnow.console.option;

import static dev.winnow.console.option.Format.CSV;
import static dev.winnow.console.option.Format.DOCX;
import static dev.winnow.console.option.Format.HTML;
import static dev.winnow.console.option.Format.JSON;
import static dev.winnow.console.option.Format.MARKDOWN;
import static dev.winnow.console.option.Format.NDJSON;
import static dev.winnow.console.option.Format.TABLE;
import static dev.winnow.console.option.Format.XLSX;

import dev.winnow.console.terminal.Terminal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/** The {@code --format} option. */
public final class FormatOption {

    private final String description;
    private final List<Format> offered;
    private @Nullable OptionSpec option;

    /**
     * Creates the option of a command.
     *
     * @param description the formats and their uses, as the help prints them
     * @param offered the formats, the default first
     */
    public FormatOption(String description, Format... offered) {
        this.description = description;
        this.offered = List.of(offered);
    }

    /** Creates the option of a command that writes tables and lines of JSON. */
    public static FormatOption ofLines() {
        return new FormatOption(
                "table for people; json or ndjson for programs; csv or xlsx for spreadsheets;"
                        + " markdown to paste; docx, a Word document; html, a web page. Default: by the ending"
                        + " of -o FILE, otherwise table.",
                TABLE,
                JSON,
                NDJSON,
                CSV,
                XLSX,
                MARKDOWN,
                DOCX,
                HTML);
    }

    /** Creates the option of a command that writes tables. */
    public static FormatOption ofTables() {
        return new FormatOption(
                "table for people; json for programs; csv or xlsx for spreadsheets; markdown to paste; "
                        + "docx, a Word document; html, a web page. Default: by the ending of -o FILE, otherwise "
                        + "table.",
                TABLE,
                JSON,
                CSV,
                XLSX,
                MARKDOWN,
                DOCX,
                HTML);
    }

    /** Creates the option of a command that writes text or JSON. */
    public static FormatOption ofText() {
        return new FormatOption(
                "text for people; json for programs. Default: by the ending of -o FILE, otherwise text.",
                Format.TEXT,
                JSON);
    }

    @Spec
    void addTo(CommandSpec command) {
        option = OptionSpec.builder("-f", "--format")
                .paramLabel("FORMAT")
                .type(String.class)
                .completionCandidates(offered.stream().map(Format::word).toList())
                .description(description)
                .build();
        command.addOption(option);
    }

    /** Returns the formats, the default first. */
    public List<Format> offered() {
        return offered;
    }

    /**
     * Returns the requested format; refuses an unknown one before anything is read.
     *
     * @param more further formats that other options of the command allow
     */
    public Format chosen(PrintOptions print, Terminal terminal, Format... more) {
        String word = Objects.requireNonNull(option).getValue();
        List<Format> all = Stream.concat(offered.stream(), Stream.of(more)).toList();
        return print.checked(terminal, Format.chosen(word, print.file(), all));
    }
}
