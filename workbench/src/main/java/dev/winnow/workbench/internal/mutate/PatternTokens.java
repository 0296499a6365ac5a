package dev.winnow.workbench.internal.mutate;

import dev.winnow.language.internal.syntax.Token;
import dev.winnow.language.internal.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one pattern of a rule.
 *
 * @param words all its tokens
 * @param not the token {@code not} before it; null if there is none
 * @param type the token of its type
 * @param segments its bindings and conditions
 * @param close its closing bracket
 * @param total the remaining tokens of an {@code accumulate}; empty for any other pattern
 */
record PatternTokens(
        List<Token> words, @Nullable Token not, Token type, List<Segment> segments, Token close, List<Token> total) {

    /**
     * A binding or condition, between two commas.
     *
     * @param words its tokens
     * @param binds whether it binds a variable
     */
    record Segment(List<Token> words, boolean binds) {

        Token first() {
            return words.get(0);
        }

        Token last() {
            return words.get(words.size() - 1);
        }
    }

    Token first() {
        return words.get(0);
    }

    Token last() {
        return words.get(words.size() - 1);
    }

    /** Returns the patterns of a valid rule. */
    static List<PatternTokens> of(List<Token> rule) {
        List<PatternTokens> patterns = new ArrayList<>();
        int at = index(rule, "when") + 1;
        int end = index(rule, "then");
        while (at > 0 && at < end) {
            PatternTokens pattern = read(rule, at);
            patterns.add(pattern);
            at += pattern.words.size();
            while (at < end && rule.get(at).is(";")) {
                at++;
            }
        }
        return patterns;
    }

    /** Returns the index of a keyword such as {@code when} in a rule. */
    static int index(List<Token> rule, String word) {
        for (int i = 0; i < rule.size(); i++) {
            if (rule.get(i).is(word)) {
                return i;
            }
        }
        return -1;
    }

    private static PatternTokens read(List<Token> rule, int start) {
        Token not = rule.get(start).is("not") ? rule.get(start) : null;
        int at = not == null ? start : start + 1;
        boolean total = rule.get(at).is("accumulate") || rule.get(at).is("acc");
        int outer = total || rule.get(at).is("(") ? (total ? at + 1 : at) : -1;
        at = outer < 0 ? at : outer + 1;
        Token type = rule.get(at);
        int close = closing(rule, at + 1);
        int end = outer < 0 ? close : closing(rule, outer);
        return new PatternTokens(
                rule.subList(start, end + 1),
                not,
                type,
                segments(rule.subList(at + 2, close)),
                rule.get(close),
                total ? rule.subList(close + 1, end) : List.of());
    }

    private static int closing(List<Token> rule, int open) {
        int depth = 0;
        for (int i = open; i < rule.size(); i++) {
            depth += rule.get(i).is("(") ? 1 : rule.get(i).is(")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return rule.size() - 1;
    }

    private static List<Segment> segments(List<Token> words) {
        List<Segment> segments = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i <= words.size(); i++) {
            boolean end = i == words.size();
            if (!end) {
                depth += words.get(i).is("(") ? 1 : words.get(i).is(")") ? -1 : 0;
            }
            if (end || (depth == 0 && words.get(i).is(","))) {
                if (i > from) {
                    List<Token> segment = words.subList(from, i);
                    boolean binds = segment.size() > 1
                            && segment.get(0).kind() == Kind.VARIABLE
                            && segment.get(1).is(":");
                    segments.add(new Segment(segment, binds));
                }
                from = i + 1;
            }
        }
        return segments;
    }
}
