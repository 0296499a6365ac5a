package dev.winnow.model.history;

import dev.winnow.model.source.Node;
import org.jspecify.annotations.Nullable;

/**
 * A file of a universe.
 *
 * @param name its path within the universe
 * @param digest of its content
 * @param root its content; null if it could not be read
 * @param own whether it was added to the universe: own candidates
 */
public record SourceFile(
        String name, String digest, @Nullable Node root, boolean own) {}
