package dev.winnow.tables.internal.answers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content of the file that the form of questions saves, which {@link AnswerFileReader#readJson} reads.
 *
 * @param winnow the kind of file: {@code answers}
 * @param schema the version of its form
 * @param pack the pack that the questions were made with
 * @param universe the universe that they were made from
 */
public record FormAnswers(String winnow, int schema, Edition pack, Edition universe, List<GivenAnswer> answers) {

    public FormAnswers {
        answers = List.copyOf(answers);
    }

    /**
     * An edition of a pack or a universe.
     *
     * @param version the version of a pack; null for a universe
     * @param digest the SHA-256 of its content
     */
    public record Edition(String name, @Nullable String version, String digest) {}
}
