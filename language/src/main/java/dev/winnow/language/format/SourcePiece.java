package dev.winnow.language.format;

import dev.winnow.language.syntax.Token;
import org.jspecify.annotations.Nullable;

/**
 * A token or a comment of a rule file, as its author wrote it.
 *
 * @param text its text, of a quoted text with its quotes
 * @param token null for a comment
 * @param fresh whether it is the first on its line
 * @param apart whether an empty line stands above it
 */
record SourcePiece(String text, @Nullable Token token, boolean fresh, boolean apart) {

    boolean is(String word) {
        return token != null && token.is(word);
    }

    boolean isName() {
        return token != null && token.kind() == Token.Kind.NAME;
    }

    boolean isComment() {
        return token == null;
    }

    /** Whether nothing can follow it on its line. */
    boolean endsLine() {
        return token == null && (text.startsWith("//") || text.indexOf('\n') >= 0);
    }

    boolean isLineComment() {
        return token == null && text.startsWith("//");
    }
}
