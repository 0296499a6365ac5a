package dev.winnow.language.internal.syntax;

import dev.winnow.language.internal.syntax.Token.Kind;
import dev.winnow.model.source.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tokens of a file in sequence, with methods that report mistakes in them. */
final class TokenStream {

    private static final Set<String> STARTS = Set.of("rule", "import", "global", "function", "declare", "query");

    private final RuleFile file;
    private final List<Token> tokens;
    private int at;

    TokenStream(RuleFile file, List<Token> tokens) {
        this.file = file;
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(at);
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    boolean at(Kind kind) {
        return peek().kind() == kind;
    }

    /** Whether the rule ends here, complete or not. */
    boolean atRuleEnd() {
        Token token = peek();
        return token.kind() == Kind.END || token.is("end") || (token.is("rule") && peek(1).kind() == Kind.TEXT);
    }

    /** Whether the annotations that follow contain a table. */
    boolean hasTable() {
        for (int i = 0; !peek(i).is("when") && peek(i).kind() != Kind.END; i++) {
            if (peek(i).is("@") && peek(i + 1).is("table")) {
                return true;
            }
        }
        return false;
    }

    /** Takes the next token; throws if it is a broken one, which has been reported. */
    Token take() {
        Token token = pass();
        if (token.kind() == Kind.BROKEN) {
            throw new SyntaxException("already reported");
        }
        return token;
    }

    private Token pass() {
        Token token = peek();
        if (token.kind() != Kind.END) {
            at++;
        }
        return token;
    }

    /** Takes the next token if it is this word. */
    boolean skip(String word) {
        if (peek().is(word)) {
            take();
            return true;
        }
        return false;
    }

    /** Takes the next dotted name: {@code java.lang.Runtime}. */
    String dotted() {
        return joined(".");
    }

    /** Takes the next name, with the names that a sign joins to it. */
    private String joined(String sign) {
        StringBuilder name = new StringBuilder(peek().text());
        for (int i = 1; peek(i).is(sign) && peek(i + 1).kind() == Kind.NAME && i < 20; i += 2) {
            name.append(sign).append(peek(i + 1).text());
        }
        return name.toString();
    }

    private Token named(String name) {
        TokenPosition first = peek().spot();
        return at(Kind.NAME)
                ? new Token(Kind.NAME, name, new TokenPosition(first.line(), first.column(), name.length()))
                : peek();
    }

    /** Takes the next dotted name as one token, for underlining. */
    Token whole() {
        return named(dotted());
    }

    /** Takes the next hyphenated word: {@code agenda-group}. */
    Token kebab() {
        return named(joined("-"));
    }

    /** Takes a number written with a decimal comma, such as {@code 0,5}; null if none follows. */
    @Nullable
    Token decimalComma() {
        Token whole = peek();
        Token fraction = peek(2);
        boolean joined = whole.kind() == Kind.NUMBER
                && peek(1).is(",")
                && fraction.kind() == Kind.NUMBER
                && whole.spot().line() == fraction.spot().line()
                && whole.spot().column() + whole.spot().length() + 1
                        == fraction.spot().column();
        if (!joined) {
            return null;
        }
        pass();
        pass();
        pass();
        return new Token(
                Kind.NUMBER, whole.text() + "," + fraction.text(), whole.spot().to(fraction.spot()));
    }

    Token expect(String word, Message where) {
        if (!peek().is(word)) {
            throw missing(Message.of("`%s` is missing %s, before %s", word, where, peek().shown()), null);
        }
        return take();
    }

    SyntaxException error(Message what, @Nullable Message advice) {
        return error(peek(), what, advice);
    }

    SyntaxException error(Token token, Message what, @Nullable Message advice) {
        if (token.kind() != Kind.BROKEN) {
            file.report(token.spot(), what, advice);
        }
        return new SyntaxException(what.toString());
    }

    /** Reports that something is missing: before the next token, or after the last one if that ends its line. */
    SyntaxException missing(Message what, @Nullable Message advice) {
        if (!at(Kind.BROKEN)) {
            file.report(gap(), what, advice);
        }
        return new SyntaxException(what.toString());
    }

    private TokenPosition gap() {
        TokenPosition next = peek().spot();
        TokenPosition last = at == 0 ? next : tokens.get(at - 1).spot();
        return last.line() == next.line() ? next : new TokenPosition(last.line(), last.column() + last.length(), 1);
    }

    /** Skips the rest of a statement in {@code then}, including its semicolon. */
    void skipSentence() {
        while (!atRuleEnd() && !pass().is(";")) {
            // continue
        }
    }

    /** Skips and returns the remaining tokens of the current line. */
    List<Token> restOfLine() {
        List<Token> rest = new ArrayList<>();
        int line = tokens.get(Math.max(0, at - 1)).spot().line();
        while (!at(Kind.END) && peek().spot().line() == line && !peek().is(";")) {
            rest.add(pass());
        }
        skip(";");
        return rest;
    }

    /** Continues at the next rule, after the {@code end} of this one. */
    void recover() {
        if (at > 0 && atRuleEnd() && peek().is("rule")) {
            return;
        }
        while (!at(Kind.END)) {
            Token token = pass();
            if (token.is("end")) {
                return;
            }
            if (!at(Kind.TEXT)
                    && STARTS.contains(peek().text())
                    && !peek().is("rule")
                    && peek().spot().column() == 1) {
                return;
            }
            if (peek().is("rule") && peek(1).kind() == Kind.TEXT) {
                return;
            }
        }
    }

    /** Takes one token, or a kebab-case word joined from its tokens. */
    Token word() {
        Token first = take();
        StringBuilder text = new StringBuilder(first.text());
        while (first.kind() == Kind.NAME && peek().is("-")) {
            text.append(take().text()).append(take().text());
        }
        TokenPosition spot = first.spot();
        return first.kind() == Kind.NAME && text.length() > first.text().length()
                ? new Token(Kind.NAME, text.toString(), new TokenPosition(spot.line(), spot.column(), text.length()))
                : first;
    }
}
