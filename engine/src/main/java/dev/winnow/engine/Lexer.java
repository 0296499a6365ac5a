package dev.winnow.engine;

import dev.winnow.engine.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Cuts a rule file into tokens. Whatever is no token of the pack language is reported and passed over. */
final class Lexer {

    private static final String[] LONG_SIGNS = {"==", "!=", ">=", "<=", "&&", "||"};
    private static final String SIGNS = "(){}[],;:@!<>+-*/.=&|?%^~";

    private final RuleFile file;
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lineStart;

    private Lexer(RuleFile file) {
        this.file = file;
        this.text = file.text();
    }

    /** The tokens of a file, an END token last. */
    static List<Token> tokens(RuleFile file) {
        Lexer lexer = new Lexer(file);
        while (lexer.at < lexer.text.length()) {
            lexer.next();
        }
        lexer.add(Kind.END, "", lexer.at, 1);
        return lexer.tokens;
    }

    private void next() {
        char c = text.charAt(at);
        if (c == '\n') {
            at++;
            line++;
            lineStart = at;
        } else if (Character.isWhitespace(c)) {
            at++;
        } else if (text.startsWith("//", at)) {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end;
        } else if (text.startsWith("/*", at)) {
            blockComment();
        } else if (c == '"' || c == '\'') {
            quoted(c);
        } else if (isNameStart(c)) {
            int start = at;
            at = endOf(start + 1, true);
            add(c == '$' ? Kind.VARIABLE : Kind.NAME, text.substring(start, at), start, at - start);
        } else if (c >= '0' && c <= '9') {
            int start = at;
            at = endOf(start + 1, false);
            add(Kind.NUMBER, text.substring(start, at), start, at - start);
        } else {
            sign();
        }
    }

    private void sign() {
        for (String sign : LONG_SIGNS) {
            if (text.startsWith(sign, at)) {
                add(Kind.SIGN, sign, at, sign.length());
                at += sign.length();
                return;
            }
        }
        char c = text.charAt(at);
        if (SIGNS.indexOf(c) >= 0) {
            add(Kind.SIGN, String.valueOf(c), at, 1);
        } else {
            int point = text.codePointAt(at);
            file.report(
                    spot(at, 1),
                    "`" + Character.toString(point) + "` has no meaning in a rule",
                    point > 127
                            ? "names, signs and numbers are plain ASCII; other letters belong in quoted texts"
                            : null);
            at += Character.charCount(point) - 1;
        }
        at++;
    }

    private void blockComment() {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
            file.report(spot(at, 2), "the comment is never closed", "maybe `*/` is missing?");
            end = text.length() - 2;
        }
        for (; at < Math.min(end + 2, text.length()); at++) {
            if (text.charAt(at) == '\n') {
                line++;
                lineStart = at + 1;
            }
        }
    }

    private void quoted(char quote) {
        int start = at;
        StringBuilder content = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == quote) {
                at++;
                add(Kind.TEXT, content.toString(), start, at - start);
                return;
            }
            if (c == '\n') {
                break;
            }
            if (c == '\\') {
                char escaped = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
                if (escaped != '"' && escaped != '\\' && escaped != '\'') {
                    file.report(spot(at, 2), "a text may escape only quotes and backslashes", null);
                } else {
                    content.append(escaped);
                }
                at++;
            } else {
                content.append(c);
            }
        }
        file.report(spot(start, 1), "the text is not closed on its line", "maybe `" + quote + "` is missing?");
        add(Kind.TEXT, content.toString(), start, Math.max(1, at - start));
    }

    private int endOf(int from, boolean name) {
        int end = from;
        while (end < text.length() && (isNamePart(text.charAt(end)) || (!name && text.charAt(end) == '.'))) {
            end++;
        }
        return end;
    }

    private static boolean isNameStart(char c) {
        return c == '$' || c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isNamePart(char c) {
        return isNameStart(c) || (c >= '0' && c <= '9');
    }

    private void add(Kind kind, String word, int start, int length) {
        tokens.add(new Token(kind, word, spot(start, length)));
    }

    private Spot spot(int start, int length) {
        return new Spot(line, start - lineStart + 1, length);
    }
}
