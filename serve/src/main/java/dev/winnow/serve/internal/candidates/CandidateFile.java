package dev.winnow.serve.internal.candidates;

import dev.winnow.model.source.Document;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.tables.internal.mapping.Mapping;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file with candidates and the user's decisions about it. Immutable.
 *
 * @param name its name in messages
 * @param content its bytes, which are not copied
 * @param mapping the meanings of its columns and names, and its corrected cells
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CandidateFile(String name, byte[] content, Mapping mapping) {

    private static final List<String> DOCUMENTS = List.of(".json", ".geojson", ".yaml", ".yml");

    CandidateFile mapped(Mapping other) {
        return new CandidateFile(name, content, other);
    }

    /**
     * Returns the document of a universe that it contains; null if it contains tables or cannot be read.
     *
     * @param above the path of its folder in messages
     */
    @Nullable
    Node document(String above, List<Problem> problems) {
        if (!DOCUMENTS.contains(FileName.ending(name)) || mapping.hasRecords()) {
            return null;
        }
        Node root = Document.parse(above + name, content, problems);
        return root == null || root.isList() ? null : root;
    }
}
