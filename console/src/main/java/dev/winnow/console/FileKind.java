package dev.winnow.console;

import dev.winnow.model.vocabulary.Vocabulary;
import java.util.Map;
import java.util.function.Function;

/**
 * A kind of file that a command reads.
 *
 * @param name the word for {@code winnow schema}: {@code scenario-file}
 * @param place where such files are given: {@code winnow scenarios FILE}
 * @param schema returns its JSON Schema, given the facts that it may state
 */
public record FileKind(String name, String place, Function<Vocabulary, Map<String, Object>> schema) {}
