package dev.winnow.ruletools.lsp;

import java.util.List;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.jspecify.annotations.Nullable;

/** Applies the changes of an editor to a text. Characters are UTF-16 units; a line ends with CR, LF or both. */
final class Changes {

    private Changes() {}

    /**
     * Returns a text after changes, each applied to the result of the one before.
     *
     * @param text the text; null if it is unknown, until a change gives the whole text
     * @return null if the text is unknown, or a change is about lines that it does not have
     */
    static @Nullable String apply(@Nullable String text, List<TextDocumentContentChangeEvent> changes) {
        StringBuilder changed = text == null ? null : new StringBuilder(text);
        for (TextDocumentContentChangeEvent one : changes) {
            if (one.getRange() == null) {
                changed = new StringBuilder(one.getText());
            } else if (changed != null) {
                int start = offset(changed, one.getRange().getStart());
                int end = offset(changed, one.getRange().getEnd());
                changed = start < 0 || end < start ? null : changed.replace(start, end, one.getText());
            }
        }
        return changed == null ? null : changed.toString();
    }

    /** The offset of a position, at most at the end of its line, as the protocol requires; -1 without such a line. */
    private static int offset(CharSequence text, Position position) {
        int at = 0;
        for (int line = 0; line < position.getLine(); line++) {
            at = end(text, at);
            if (at == text.length()) {
                return -1;
            }
            at += text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n' ? 2 : 1;
        }
        boolean negative = position.getLine() < 0 || position.getCharacter() < 0;
        return negative ? -1 : at + Math.min(position.getCharacter(), end(text, at) - at);
    }

    /** The end of a line. */
    private static int end(CharSequence text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        return at;
    }
}
