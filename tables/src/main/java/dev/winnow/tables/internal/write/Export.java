package dev.winnow.tables.internal.write;

import dev.winnow.model.source.Language;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.tables.internal.entries.EntryWriter;
import dev.winnow.tables.internal.headings.HeadingCatalogue;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The forms in which entries are written. */
public enum Export {
    /** A universe document. */
    YAML,
    /** A universe document. */
    JSON,
    /** An object on each line. */
    NDJSON,
    /** Separated values; of one kind of entry. */
    CSV,
    /** A workbook, a sheet for each kind. */
    XLSX;

    /** The form that a file's name implies; null if it implies none. */
    public static @Nullable Export of(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(form -> form.endings().stream().anyMatch(name::endsWith))
                .findFirst()
                .orElse(null);
    }

    /**
     * Writes answers as a file of a universe, in YAML, to be read beside the files whose projects and cities they are of.
     *
     * @param comment a line at the top, of what they were made from
     * @param out where to; it stays open
     */
    public static void writeAnswers(String comment, List<Node> answers, OutputStream out) throws IOException {
        YamlDocument.answers(comment, answers, out);
    }

    /** What entries of a kind are called. */
    public static String called(EntryKind kind, Language language) {
        return HeadingCatalogue.get().sheetName(kind, language);
    }

    /** The ending of the name of such a file. */
    public List<String> endings() {
        return switch (this) {
            case YAML -> List.of(".yaml", ".yml");
            case NDJSON -> List.of(".ndjson", ".jsonl");
            default -> List.of("." + name().toLowerCase(Locale.ROOT));
        };
    }

    /**
     * Writes entries in this form. Documents and lines are written as they come; tables once all entries are there, since
     * only then are their columns known.
     *
     * @param out where to; it stays open
     * @param language of headings
     * @param unfit takes what a table has no place for
     */
    public EntryWriter writer(OutputStream out, Language language, Consumer<Problem> unfit) throws IOException {
        return switch (this) {
            case YAML -> new YamlDocument(out);
            case JSON -> new JsonDocument(out);
            case NDJSON -> new JsonDocument.Lines(out);
            case CSV -> new Separated(out, language, unfit);
            case XLSX -> new WorkbookWriter(out, language, unfit);
        };
    }
}
