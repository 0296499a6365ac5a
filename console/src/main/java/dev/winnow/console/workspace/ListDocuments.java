package dev.winnow.console.workspace;

import dev.winnow.model.source.Document;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import dev.winnow.tables.Tables;
import dev.winnow.tables.internal.entries.GivenFile;
import dev.winnow.tables.internal.mapping.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The candidates of lists as documents of a universe.
 *
 * @param documents the documents
 * @param problems problems of the lists; the affected parts are left out
 * @param notes notes about the tables among them
 */
public record ListDocuments(List<Node> documents, List<Problem> problems, List<Problem> notes) {

    private static final List<String> ENDINGS = List.of(".json", ".geojson", ".yaml", ".yml");

    /**
     * Reads lists: first documents of a universe, then tables.
     *
     * @param lists the files, with their names in messages
     * @param base the universe to whose entries they refer
     */
    public static ListDocuments read(List<GivenFile> lists, Universe base) throws IOException {
        List<Node> documents = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        List<Problem> notes = new ArrayList<>();
        List<GivenFile> tables = new ArrayList<>();
        for (GivenFile list : lists) {
            List<Problem> own = new ArrayList<>();
            Node document = document(list, own);
            if (document == null) {
                tables.add(list); // a document that cannot be read has its problems reported with the tables
            } else {
                documents.add(document);
                problems.addAll(own);
            }
        }
        if (!tables.isEmpty()) {
            Universe enlarged = documents.isEmpty() ? base : base.with(documents, true, problems);
            Tables read = Tables.readGiven(tables, enlarged);
            documents.addAll(read.documents());
            problems.addAll(read.problems());
            notes.addAll(read.notes());
        }
        return new ListDocuments(documents, problems, notes);
    }

    /** Returns the document of a universe that a list contains; null if it contains tables or cannot be read. */
    private static @Nullable Node document(GivenFile list, List<Problem> problems) throws IOException {
        String name = list.name().toLowerCase(Locale.ROOT);
        if (ENDINGS.stream().noneMatch(name::endsWith)) {
            return null;
        }
        Mapping mapping = list.mapping(new ArrayList<>());
        if (mapping.hasRecords()) {
            return null;
        }
        Node root = Document.parse(list.name(), Files.readAllBytes(list.path()), problems);
        return root == null || root.isList() ? null : root;
    }
}
