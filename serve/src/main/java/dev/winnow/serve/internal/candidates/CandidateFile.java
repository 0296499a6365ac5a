package dev.winnow.serve.internal.candidates;

import dev.winnow.model.source.Document;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.tables.internal.cells.CellKind;
import dev.winnow.tables.internal.cells.Row;
import dev.winnow.tables.internal.cells.Sheet;
import dev.winnow.tables.internal.mapping.Mapping;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file with candidates and the user's decisions about it. Immutable.
 *
 * @param name its name in messages
 * @param content its bytes, which are not copied
 * @param mapping the mapping that the user gave with it
 * @param meanings the meanings that the user chose, by heading
 * @param corrections texts of the cells that the user corrected, by row and column number
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CandidateFile(
        String name,
        byte[] content,
        Mapping mapping,
        Map<String, String> meanings,
        Map<RowKey, Map<Integer, String>> corrections) {

    private static final List<String> DOCUMENTS = List.of(".json", ".geojson", ".yaml", ".yml");

    CandidateFile {
        meanings = Collections.unmodifiableMap(new LinkedHashMap<>(meanings)); // in the order in which they were chosen
        corrections = Map.copyOf(corrections);
    }

    /**
     * A row of a file.
     *
     * @param sheet the sheet of a workbook; null for a file with a single table
     * @param row row number from 1
     */
    record RowKey(@Nullable String sheet, int row) {}

    /** A file without decisions. */
    static CandidateFile of(String name, byte[] content) {
        return new CandidateFile(name, content, Mapping.NONE, Map.of(), Map.of());
    }

    CandidateFile mapped(Mapping other) {
        return new CandidateFile(name, content, other, meanings, corrections);
    }

    /**
     * Returns this file with the meaning of a heading.
     *
     * @param meaning null for the meaning that winnow finds
     */
    CandidateFile meaning(String heading, @Nullable String meaning) {
        Map<String, String> more = new LinkedHashMap<>(meanings);
        if (meaning == null) {
            more.remove(heading);
        } else {
            more.put(heading, meaning);
        }
        return new CandidateFile(name, content, mapping, more, corrections);
    }

    /** Returns this file with another text in a cell. */
    CandidateFile corrected(RowKey row, int column, String text) {
        Map<Integer, String> cells = new HashMap<>(corrections.getOrDefault(row, Map.of()));
        cells.put(column, text);
        Map<RowKey, Map<Integer, String>> more = new HashMap<>(corrections);
        more.put(row, Map.copyOf(cells));
        return new CandidateFile(name, content, mapping, meanings, more);
    }

    /** Returns the given mapping with the meanings that the user chose. */
    Mapping whole() {
        Mapping whole = mapping;
        for (Map.Entry<String, String> one : meanings.entrySet()) {
            whole = whole.and(one.getKey(), one.getValue());
        }
        return whole;
    }

    /** Returns a row with its corrected cells. */
    Row corrected(Sheet sheet, Row row) {
        Map<Integer, String> cells = corrections.getOrDefault(new RowKey(sheet.name(), row.number()), Map.of());
        if (cells.isEmpty()) {
            return row;
        }
        int width = Math.max(row.width(), Collections.max(cells.keySet()));
        List<String> texts = new ArrayList<>();
        List<CellKind> kinds = new ArrayList<>();
        for (int column = 1; column <= width; column++) {
            String text = cells.get(column);
            texts.add(text == null ? row.text(column) : text);
            kinds.add(text == null ? row.kind(column) : CellKind.WRITTEN);
        }
        return new Row(row.number(), texts, kinds, row.hidden(), row.problems(), row.own(), row.places());
    }

    /** Returns the document of a universe that it contains; null if it contains tables or cannot be read. */
    @Nullable
    Node document(List<Problem> problems) {
        if (!DOCUMENTS.contains(FileName.ending(name)) || whole().hasRecords()) {
            return null;
        }
        Node root = Document.parse(name, content, problems);
        return root == null || root.isList() ? null : root;
    }
}
