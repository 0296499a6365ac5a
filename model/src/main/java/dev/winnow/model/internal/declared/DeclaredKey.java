package dev.winnow.model.internal.declared;

import dev.winnow.model.vocabulary.Vocabulary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key of a map in a document.
 *
 * @param name the key
 * @param shape the form of its value
 * @param required whether it must have a value
 * @param sample the key with an example of a value, for the message that it is missing; null if it needs none
 * @param note its meaning, for schemas and editors
 */
public record DeclaredKey(
        String name,
        Shape shape,
        boolean required,
        @Nullable String sample,
        String note) {

    /** {@return the words from which its value is chosen; empty if it is free} */
    public List<String> words(Vocabulary facts) {
        return shape.words().apply(facts);
    }
}
