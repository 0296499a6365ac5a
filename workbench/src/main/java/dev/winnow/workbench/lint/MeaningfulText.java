package dev.winnow.workbench.lint;

import java.util.Locale;
import java.util.Set;

/** Distinguishes meaningful texts from placeholders. */
final class MeaningfulText {

    private static final Set<String> EMPTY = Set.of("""
        tbd, tba, tbc, todo, fixme, xxx, x, na, none, nil, null, unknown, source, sources, reason,
        missing, assumed, assumption, guess, guessed, estimate, later, see above, 待定, 无, 未知
        """.strip().split(",\\s+"));

    private MeaningfulText() {}

    /** Whether it only fills a gap, such as {@code tbd} or {@code ???}. */
    static boolean lacks(String text) {
        StringBuilder letters = new StringBuilder();
        text.codePoints()
                .filter(character -> Character.isLetterOrDigit(character) || character == ' ')
                .forEach(letters::appendCodePoint);
        String plain = letters.toString().strip().toLowerCase(Locale.ROOT);
        return plain.isEmpty() || EMPTY.contains(plain);
    }
}
