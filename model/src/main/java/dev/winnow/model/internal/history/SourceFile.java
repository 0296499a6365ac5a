package dev.winnow.model.internal.history;

import dev.winnow.model.source.Node;
import dev.winnow.model.source.Sha256;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file of a universe.
 *
 * @param name its path within the universe
 * @param read the digest of the file; null for a document without a file
 * @param root its content; null if it could not be read
 * @param own whether it was added to the universe as own candidates
 * @param path the file's path; null for a document without a file
 */
public record SourceFile(
        String name,
        @Nullable String read,
        @Nullable Node root,
        boolean own,
        @Nullable Path path) {

    /** Creates a document without a file, or with the content of a file that was read elsewhere. */
    public SourceFile(String name, @Nullable String read, @Nullable Node root, boolean own) {
        this(name, read, root, own, null);
    }

    /** Returns a document without a file. */
    public static SourceFile of(Node document, boolean own) {
        return new SourceFile(document.place().file(), null, document, own);
    }

    /** Returns the SHA-256 of its content, in hexadecimal. */
    public String digest() {
        if (read != null) {
            return read;
        }
        StringBuilder content = new StringBuilder();
        if (root != null) {
            root.dump(content);
        }
        return Sha256.of(content.toString());
    }
}
