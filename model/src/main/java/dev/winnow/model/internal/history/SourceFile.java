package dev.winnow.model.internal.history;

import dev.winnow.model.source.Node;
import dev.winnow.model.source.Sha256;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file of a universe.
 *
 * @param name its path within the universe
 * @param read the digest of the file that was read; null for a document of none
 * @param root its content; null if it could not be read
 * @param own whether it was added to the universe: own candidates
 * @param path where it was read; null for a document of no file
 */
public record SourceFile(
        String name,
        @Nullable String read,
        @Nullable Node root,
        boolean own,
        @Nullable Path path) {

    /** A document of no file, or the content of one that was read elsewhere. */
    public SourceFile(String name, @Nullable String read, @Nullable Node root, boolean own) {
        this(name, read, root, own, null);
    }

    /** A document of no file. */
    public static SourceFile of(Node document, boolean own) {
        return new SourceFile(document.place().file(), null, document, own);
    }

    /** The digest of its content. */
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
