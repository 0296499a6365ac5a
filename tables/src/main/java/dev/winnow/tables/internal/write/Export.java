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

/** Output formats of entries. */
public enum Export {
    /** A universe document. */
    YAML,
    /** A universe document. */
    JSON,
    /** One object per line. */
    NDJSON,
    /** Separated values, for entries of one kind. */
    CSV,
    /** A workbook with one sheet per kind. */
    XLSX;

    /** The format of a file name's ending; null if it is unknown. */
    public static @Nullable Export of(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(form -> form.endings().stream().anyMatch(name::endsWith))
                .findFirst()
                .orElse(null);
    }

    /**
     * Writes a document of texts and lists of entries as YAML, such as answers or judgements.
     *
     * @param comment comment at the top about the origin of the document
     * @param out output, which is not closed
     */
    public static void writeDocument(String comment, Node root, OutputStream out) throws IOException {
        YamlDocument.document(comment, root, out);
    }

    /** The name of a kind. */
    public static String called(EntryKind kind, Language language) {
        return HeadingCatalogue.get().sheetName(kind, language);
    }

    /** Endings of the names of such files. */
    public List<String> endings() {
        return switch (this) {
            case YAML -> List.of(".yaml", ".yml");
            case NDJSON -> List.of(".ndjson", ".jsonl");
            default -> List.of("." + name().toLowerCase(Locale.ROOT));
        };
    }

    /**
     * Creates a writer for this format. Documents and lines are written as entries arrive; tables are written at the
     * end, when all columns are known.
     *
     * @param out output, which is not closed
     * @param language language of the headings
     * @param unfit receives a problem for each value that does not fit into a table
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
