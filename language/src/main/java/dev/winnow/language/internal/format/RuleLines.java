package dev.winnow.language.internal.format;

import dev.winnow.language.internal.syntax.Lexer;
import dev.winnow.language.internal.syntax.Lexer.Comment;
import dev.winnow.language.internal.syntax.Lexer.Lexemes;
import dev.winnow.language.internal.syntax.RuleFile;
import dev.winnow.language.internal.syntax.Token;
import dev.winnow.language.internal.syntax.Token.Kind;
import dev.winnow.language.internal.syntax.TokenPosition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits a valid rule file into the lines of its layout, regardless of its line breaks. A comment after a token stays
 * after it; a comment on its own line stays above the token that follows.
 */
final class RuleLines {

    /**
     * A token or comment of a rule file.
     *
     * @param text its text as written, with quotes
     * @param token the token; null for a comment
     * @param fresh whether it is the first on its line
     * @param apart whether an empty line precedes it
     */
    record Piece(String text, @Nullable Token token, boolean fresh, boolean apart) {

        boolean is(String word) {
            return token != null && token.is(word);
        }

        boolean isName() {
            return token != null && token.kind() == Token.Kind.NAME;
        }

        boolean isComment() {
            return token == null;
        }

        /** Whether it must be the last on its line. */
        boolean endsLine() {
            return token == null && (text.startsWith("//") || text.indexOf('\n') >= 0);
        }

        boolean isLineComment() {
            return token == null && text.startsWith("//");
        }
    }

    enum Part {
        PACKAGE,
        IMPORT,
        GLOBAL,
        RULE,
        ANNOTATION,
        /** The start of a table: {@code @table(}. */
        TABLE,
        /** The head or a row of a table. */
        ROW,
        /** The end of a table, after its rows. */
        TABLE_END,
        WHEN,
        CONDITION,
        THEN,
        SENTENCE,
        END,
        FILE_END;

        /** Whether the line is outside a rule or begins one. */
        boolean isTop() {
            return this == PACKAGE || this == IMPORT || this == GLOBAL || this == RULE || this == FILE_END;
        }

        /** Whether the line is between a rule's id and {@code when}. */
        boolean isAnnotation() {
            return this == ANNOTATION || isTable();
        }

        boolean isTable() {
            return this == TABLE || this == ROW || this == TABLE_END;
        }
    }

    /**
     * One line before it is wrapped.
     *
     * @param part the part of the file it belongs to
     * @param above comments above it
     * @param pieces its tokens, and the comments among them
     * @param behind comments at its end
     */
    record Line(Part part, List<Piece> above, List<Piece> pieces, List<Piece> behind) {}

    private final List<String> source;
    private final List<Token> tokens;
    private final List<Comment> comments;
    private final List<Line> lines = new ArrayList<>();
    private int at;
    private int comment;
    /** The last line of the most recently taken piece. */
    private int lastLine;

    private RuleLines(RuleFile file) {
        Lexemes lexemes = Lexer.lexemes(file);
        this.source = file.lines();
        this.tokens = lexemes.tokens();
        this.comments = lexemes.comments();
    }

    static List<Line> of(RuleFile file) {
        RuleLines cut = new RuleLines(file);
        while (cut.tokens.get(cut.at).kind() != Kind.END) {
            cut.statement();
        }
        cut.line(Part.FILE_END, cut.at);
        return cut.lines;
    }

    private void statement() {
        Token token = tokens.get(at);
        if (token.is("rule")) {
            rule();
            return;
        }
        int end = at + 1;
        while (tokens.get(end).spot().line() == token.spot().line() && isWord(end)) {
            end++;
        }
        Part part = token.is("package") ? Part.PACKAGE : token.is("import") ? Part.IMPORT : Part.GLOBAL;
        line(part, semicolons(end));
    }

    private boolean isWord(int index) {
        return !tokens.get(index).is(";") && tokens.get(index).kind() != Kind.END;
    }

    private int semicolons(int from) {
        int end = from;
        while (tokens.get(end).is(";")) {
            end++;
        }
        return end;
    }

    private void rule() {
        line(Part.RULE, at + 2);
        while (tokens.get(at).is("@")) {
            if (tokens.get(at + 1).is("table")) {
                table(bracketed(at) - 1);
            } else {
                line(Part.ANNOTATION, bracketed(at));
            }
        }
        line(Part.WHEN, at + 1);
        while (!tokens.get(at).is("then")) {
            line(Part.CONDITION, semicolons(bracketed(at)));
        }
        line(Part.THEN, at + 1);
        line(Part.SENTENCE, semicolons(bracketed(at)));
        line(Part.END, semicolons(at + 1));
    }

    /** Adds the lines of a table, one per row as written. */
    private void table(int close) {
        line(Part.TABLE, at + 3);
        while (at < close) {
            int row = tokens.get(at).spot().line();
            int end = at;
            while (end < close && tokens.get(end).spot().line() == row) {
                end++;
            }
            line(Part.ROW, end);
        }
        line(Part.TABLE_END, close + 1);
    }

    /** Returns the index after the bracket that closes the one at an index. */
    private int bracketed(int from) {
        int open = 0;
        for (int i = from; i < tokens.size(); i++) {
            if (tokens.get(i).is("(")) {
                open++;
            } else if (tokens.get(i).is(")") && --open == 0) {
                return i + 1;
            }
        }
        throw new IllegalStateException("a valid file closes its brackets");
    }

    private void line(Part part, int end) {
        List<Piece> above = new ArrayList<>();
        while (isCommentBefore(at)) {
            above.add(takeComment());
        }
        List<Piece> pieces = new ArrayList<>();
        for (; at < end; at++) {
            while (isCommentBefore(at)) {
                pieces.add(takeComment());
            }
            pieces.add(takeToken(tokens.get(at)));
        }
        List<Piece> behind = new ArrayList<>();
        while (!pieces.isEmpty() && isCommentBefore(at) && comments.get(comment).line() == lastLine) {
            behind.add(takeComment());
        }
        lines.add(new Line(part, above, pieces, behind));
    }

    private boolean isCommentBefore(int token) {
        return comment < comments.size() && comments.get(comment).before() == token;
    }

    private Piece takeComment() {
        Comment next = comments.get(comment++);
        String text =
                String.join("\n", next.text().lines().map(String::stripTrailing).toList());
        return piece(text, null, next.line(), next.lastLine());
    }

    private Piece takeToken(Token token) {
        TokenPosition spot = token.spot();
        String text = source.get(spot.line() - 1).substring(spot.column() - 1, spot.column() - 1 + spot.length());
        return piece(text, token, spot.line(), spot.line());
    }

    private Piece piece(String text, @Nullable Token token, int line, int last) {
        Piece piece = new Piece(text, token, line > lastLine, line > lastLine + 1);
        lastLine = last;
        return piece;
    }
}
