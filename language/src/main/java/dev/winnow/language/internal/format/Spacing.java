package dev.winnow.language.internal.format;

import dev.winnow.language.internal.format.RuleLines.Part;
import dev.winnow.language.internal.format.RuleLines.Piece;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Determines the spaces between the tokens of one line, from left to right. */
final class Spacing {

    private static final Set<String> BEFORE_GROUP = Set.of("not", "memberOf", "contains");

    /** The content of a bracket. */
    private enum Bracket {
        /** The parts of a pattern: {@code Project( $id : id )}. */
        FACT,
        /** A part of an expression: {@code ( invested + leveraged )}. */
        GROUP,
        /** The texts of {@code in}. */
        LIST,
        /** The arguments of a call: {@code count(1)}. */
        CALL;

        boolean isWide() {
            return this == FACT || this == GROUP;
        }
    }

    private final Part part;
    private final Deque<Bracket> open = new ArrayDeque<>();
    private @Nullable Piece beforeLast;
    private @Nullable Piece last;
    private boolean commented;

    Spacing(Part part) {
        this.part = part;
    }

    /** Returns the space between the previous piece and this one if both are on one line. */
    String before(Piece piece) {
        if (piece.isComment()) {
            commented = true;
            return piece.isLineComment() ? "  " : " ";
        }
        String gap = last == null ? "" : between(last, piece) ? " " : "";
        if (commented && !piece.is(",") && !piece.is(";")) {
            gap = " ";
        }
        bracket(piece);
        commented = false;
        beforeLast = last;
        last = piece;
        return gap;
    }

    private boolean between(Piece left, Piece right) {
        return switch (part) {
            case ANNOTATION, TABLE, TABLE_END -> false;
            case RULE -> true;
            case SENTENCE -> left.is(",");
            case CONDITION -> inCondition(left, right);
            default -> left.isName() && right.isName();
        };
    }

    private boolean inCondition(Piece left, Piece right) {
        if (right.is(",") || right.is(";") || right.is(".") || left.is(".") || left.is("!")) {
            return false;
        }
        if (left.is("(")) {
            return !right.is(")") && isWide();
        }
        if (right.is(")")) {
            return isWide();
        }
        if (right.is("(")) {
            Bracket kind = kind();
            return kind == Bracket.GROUP || kind == Bracket.LIST;
        }
        return true;
    }

    private boolean isWide() {
        Bracket inner = open.peek();
        return inner != null && inner.isWide();
    }

    private void bracket(Piece piece) {
        if (piece.is("(")) {
            open.push(kind());
        } else if (piece.is(")") && !open.isEmpty()) {
            open.pop();
        }
    }

    /** Returns the content of a bracket that follows the previous piece. */
    private Bracket kind() {
        if (last == null || !last.isName() || BEFORE_GROUP.contains(last.text())) {
            return Bracket.GROUP;
        }
        if (last.is("in")) {
            return Bracket.LIST;
        }
        boolean called = beforeLast != null && (beforeLast.is(".") || beforeLast.is(":"));
        return called ? Bracket.CALL : Bracket.FACT;
    }
}
