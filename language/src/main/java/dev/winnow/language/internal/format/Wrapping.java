package dev.winnow.language.internal.format;

import dev.winnow.language.internal.format.RuleLines.Part;
import dev.winnow.language.internal.format.RuleLines.Piece;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Wraps the tokens of a line that is too long, after a comma or semicolon and before {@code &&} and {@code ||}. */
final class Wrapping {

    private static final String CONTINUED = "      ";

    private final Spacing spacing;
    private final StringBuilder text;
    private int lineStart;
    /** Tokens that stay together, with the gap before them. */
    private final StringBuilder chunk = new StringBuilder();
    /** The length that counts: a comment at the end of a line may exceed the margin. */
    private int counted;

    Wrapping(Part part, String indent) {
        this.spacing = new Spacing(part);
        this.text = new StringBuilder(indent);
    }

    String of(List<Piece> pieces) {
        Piece last = null;
        for (Piece piece : pieces) {
            String gap = spacing.before(piece);
            boolean must = mustBreak(last, piece);
            if (must || mayBreak(last, piece)) {
                place();
            }
            if (must) {
                wrap();
            } else {
                chunk.append(gap);
            }
            chunk.append(piece.text());
            if (!piece.isLineComment()) {
                counted = chunk.length();
            }
            last = piece;
        }
        place();
        return text.toString();
    }

    private static boolean mustBreak(@Nullable Piece last, Piece piece) {
        return last != null && (last.endsLine() || (piece.isComment() && piece.fresh()));
    }

    private static boolean mayBreak(@Nullable Piece last, Piece piece) {
        return last != null
                && !piece.isLineComment()
                && (last.is(",") || last.is(";") || piece.is("&&") || piece.is("||"));
    }

    private void place() {
        int width = text.codePointCount(lineStart, text.length()) + chunk.codePointCount(0, counted);
        if (width > RuleLayout.WIDTH && chunk.length() > 0 && chunk.charAt(0) == ' ') {
            wrap();
            chunk.deleteCharAt(0);
        }
        text.append(chunk);
        chunk.setLength(0);
        counted = 0;
    }

    private void wrap() {
        text.append('\n');
        lineStart = text.length();
        text.append(CONTINUED);
    }
}
