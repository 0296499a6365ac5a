package dev.winnow.language.internal.syntax;

import dev.winnow.language.internal.syntax.Token.Kind;
import dev.winnow.model.source.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Splits a rule file into tokens. Text that is not a token of the rule language is reported and skipped. */
public final class Lexer {

    /**
     * A comment of a rule file.
     *
     * @param text its text without the line end
     * @param line its first line, from 1
     * @param lastLine its last line
     * @param before the index of the token that follows it
     */
    public record Comment(String text, int line, int lastLine, int before) {}

    /**
     * The tokens and comments of a rule file.
     *
     * @param tokens the tokens, followed by an END token
     * @param comments the comments
     */
    public record Lexemes(List<Token> tokens, List<Comment> comments) {}

    private static final String[] LONG_SIGNS = {
        "==", "!=", ">=", "<=", "&&", "||", ":=", "->", "=>", "=<", "<>", "!.", "++", "--", "+=", "-=", "::"
    };
    private static final String SIGNS = "(){}[],;:@!<>+-*/.=&|?%^~#`\\";

    /** Characters of word processors and Chinese keyboards, with the ASCII characters meant by them. */
    private static final Map<Character, String> MEANT = Map.ofEntries(
            Map.entry('，', ","),
            Map.entry('；', ";"),
            Map.entry('：', ":"),
            Map.entry('（', "("),
            Map.entry('）', ")"),
            Map.entry('＝', "="),
            Map.entry('＞', ">"),
            Map.entry('＜', "<"),
            Map.entry('！', "!"),
            Map.entry('≥', ">="),
            Map.entry('≤', "<="),
            Map.entry('≠', "!="),
            Map.entry('×', "*"),
            Map.entry('÷', "/"),
            Map.entry('−', "-"),
            Map.entry('–', "-"),
            Map.entry('｜', "|"),
            Map.entry('＠', "@"));

    private static final String CURLY_QUOTES = "“”„«»「」＂‘’";
    /** An annotation whose text lacks quotes. */
    private static final Pattern UNQUOTED = Pattern.compile(".*@(title|source)\\(\\s*([^\"'()]*)");

    private static final int MOST_MISTAKES = 20;

    private final RuleFile file;
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private final List<Comment> comments = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lineStart;
    private int mistakes;

    private Lexer(RuleFile file) {
        this.file = file;
        this.text = file.text();
    }

    /** Returns the tokens of a file, followed by an END token. */
    public static List<Token> tokens(RuleFile file) {
        return lexemes(file).tokens();
    }

    /** Returns the tokens of a file, followed by an END token, and its comments. */
    public static Lexemes lexemes(RuleFile file) {
        Lexer lexer = new Lexer(file);
        while (lexer.at < lexer.text.length() && lexer.mistakes < MOST_MISTAKES) {
            lexer.next();
        }
        if (lexer.mistakes >= MOST_MISTAKES) {
            file.report(
                    lexer.spot(lexer.at, 1),
                    Message.of("too many mistakes; the rest of the file is not checked"),
                    null);
            lexer.tokens.clear();
            lexer.add(Kind.BROKEN, "", lexer.at, 1);
        }
        lexer.add(Kind.END, "", lexer.at, 1);
        return new Lexemes(lexer.tokens, lexer.comments);
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
            int start = at;
            at = end < 0 ? text.length() : end;
            comments.add(new Comment(text.substring(start, at), line, line, tokens.size()));
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
        String meant = MEANT.get(c);
        if (SIGNS.indexOf(c) >= 0) {
            add(Kind.SIGN, String.valueOf(c), at, 1);
            at++;
        } else if (CURLY_QUOTES.indexOf(c) >= 0) {
            curlyQuoted();
        } else if (meant != null) {
            mistake(
                    at,
                    1,
                    Message.of("`%s` is not a symbol of the rule language", c),
                    Message.of("did you mean `%s`?", meant));
            add(Kind.SIGN, meant, at, 1);
            at++;
        } else if (Character.isSpaceChar(c)) {
            mistake(
                    at,
                    1,
                    Message.of("%s is not an ordinary space", String.format(Locale.ROOT, "U+%04X", (int) c)),
                    Message.of("replace it with an ordinary space"));
            at++;
        } else {
            foreign();
        }
    }

    /** Reports a run of characters that the rule language does not use. */
    private void foreign() {
        if (unquoted()) {
            return;
        }
        int start = at;
        while (at < text.length() && isForeign(text.charAt(at))) {
            at++;
        }
        at = Math.max(at, start + 1);
        mistake(
                start,
                at - start,
                Message.of("`%s` is not allowed outside a text in quotes", text.substring(start, at)),
                text.charAt(start) > 127 ? Message.of("names, symbols and numbers are plain ASCII") : null);
        add(Kind.BROKEN, text.substring(start, at), start, at - start);
    }

    /** Reports an annotation text without quotes that contains letters of other scripts. Returns whether it did. */
    private boolean unquoted() {
        Matcher annotation = UNQUOTED.matcher(text.substring(lineStart, at));
        if (!annotation.matches() || tokens.isEmpty()) {
            return false;
        }
        int start = lineStart + annotation.start(2);
        int end = start;
        while (end < text.length() && ")\n".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String value = text.substring(start, end).strip();
        while (!tokens.get(tokens.size() - 1).is("(")) {
            tokens.remove(tokens.size() - 1);
        }
        mistake(
                start,
                value.length(),
                Message.of("the text of `%s` has no quotes", "@" + annotation.group(1)),
                Message.of("did you mean `\"%s\"`?", value));
        add(Kind.TEXT, value, start, value.length());
        at = end;
        return true;
    }

    private static boolean isForeign(char c) {
        return c > 127
                && !MEANT.containsKey(c)
                && CURLY_QUOTES.indexOf(c) < 0
                && !Character.isWhitespace(c)
                && !Character.isSpaceChar(c);
    }

    /** Reports a text in typographic quotes, and reads it as if they were straight. */
    private void curlyQuoted() {
        int start = at;
        int end = start + 1;
        while (end < text.length()
                && text.charAt(end) != '\n'
                && text.charAt(end) != '"'
                && CURLY_QUOTES.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        boolean closed = end < text.length() && text.charAt(end) != '\n';
        at = closed ? end + 1 : end;
        mistake(
                start,
                1,
                Message.of("texts need straight quotes, found `%s`", text.charAt(start)),
                Message.of("did you mean `%s`?", "\""));
        add(closed ? Kind.TEXT : Kind.BROKEN, text.substring(start + 1, end), start, at - start);
    }

    private void mistake(int start, int length, Message what, @Nullable Message advice) {
        mistakes++;
        file.report(spot(start, length), what, advice);
    }

    private void blockComment() {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
            mistake(at, 2, Message.of("the comment is not closed"), Message.of("add `%s`", "*/"));
            end = text.length() - 2;
            add(Kind.BROKEN, "", at, 2);
        }
        int start = at;
        int startLine = line;
        for (; at < Math.min(end + 2, text.length()); at++) {
            if (text.charAt(at) == '\n') {
                line++;
                lineStart = at + 1;
            }
        }
        comments.add(new Comment(text.substring(start, at), startLine, line, tokens.size()));
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
            if (c == '\n' || (c == '\\' && text.startsWith("\n", at + 1))) {
                break;
            }
            if (c == '\\') {
                char escaped = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
                if (escaped != '"' && escaped != '\\' && escaped != '\'') {
                    mistake(at, 2, Message.of("only quotes and backslashes can be escaped in a text"), null);
                } else {
                    content.append(escaped);
                }
                at++;
            } else {
                content.append(c);
            }
        }
        mistake(start, 1, Message.of("the text is not closed on its line"), Message.of("add `%s`", quote));
        add(Kind.BROKEN, content.toString(), start, Math.max(1, at - start));
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

    private TokenPosition spot(int start, int length) {
        return new TokenPosition(line, start - lineStart + 1, length);
    }
}
