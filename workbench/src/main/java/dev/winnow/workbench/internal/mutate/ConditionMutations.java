package dev.winnow.workbench.internal.mutate;

import dev.winnow.language.internal.syntax.Token;
import dev.winnow.workbench.internal.mutate.Mutant.Kind;
import dev.winnow.workbench.internal.mutate.Mutation.Edit;
import dev.winnow.workbench.internal.mutate.PatternTokens.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Mutations of a rule's {@code when}; some give an invalid rule. */
final class ConditionMutations {

    private static final Map<String, List<String>> SIGNS = Map.of(
            ">=", List.of(">", "<"),
            ">", List.of(">=", "<="),
            "<=", List.of("<", ">"),
            "<", List.of("<=", ">="),
            "==", List.of("!="),
            "!=", List.of("=="),
            "&&", List.of("||"),
            "||", List.of("&&"));

    private static final Map<String, String> ARITHMETIC = Map.of("+", "-", "-", "+", "*", "/", "/", "*");
    private static final List<String> RELATIONS = List.of("memberOf", "contains", "in");

    private final RuleSource source;
    private final List<Mutation> mutations = new ArrayList<>();

    private ConditionMutations(RuleSource source) {
        this.source = source;
    }

    static List<Mutation> of(RuleSource source, List<Token> rule) {
        ConditionMutations made = new ConditionMutations(source);
        PatternTokens.of(rule).forEach(made::pattern);
        return made.mutations;
    }

    private void pattern(PatternTokens pattern) {
        if (pattern.type().is("Limit")) {
            return; // the id selects the limit; its value is mutated in limits.yaml
        }
        add(Kind.PATTERN, source.from(pattern.first()), source.to(pattern.last()), "");
        Token not = pattern.not();
        if (not != null) {
            add(Kind.NOT, source.from(not), source.from(pattern.words().get(1)), "");
        } else if (pattern.total().isEmpty()) {
            add(Kind.NOT, source.from(pattern.type()), source.from(pattern.type()), "not ");
        }
        for (int i = 0; i < pattern.segments().size(); i++) {
            Segment segment = pattern.segments().get(i);
            if (!segment.binds()) {
                dropped(pattern, i);
            }
            words(segment.words());
        }
        if (!pattern.total().isEmpty()) {
            total(pattern);
        }
    }

    /** Drops a constraint and an adjacent comma. */
    private void dropped(PatternTokens pattern, int index) {
        List<Segment> segments = pattern.segments();
        Segment segment = segments.get(index);
        int from = index > 0 ? source.to(segments.get(index - 1).last()) : source.from(segment.first());
        int to = index == 0 && segments.size() > 1 ? source.from(segments.get(1).first()) : source.to(segment.last());
        add(Kind.CONSTRAINT, from, to, "");
    }

    private void words(List<Token> words) {
        for (int i = 0; i < words.size(); i++) {
            Token word = words.get(i);
            switch (word.kind()) {
                case SIGN -> sign(word);
                case NAME -> name(words, i);
                case NUMBER -> constant(word, "0", "1");
                default -> {}
            }
        }
    }

    private void sign(Token word) {
        SIGNS.getOrDefault(word.text(), List.of()).forEach(other -> replace(Kind.OPERATOR, word, other));
        String opposite = ARITHMETIC.get(word.text());
        if (opposite != null) {
            replace(Kind.OPERATOR, word, opposite);
        }
        if (word.is("!")) {
            replace(Kind.OPERATOR, word, "");
        }
    }

    private void name(List<Token> words, int index) {
        Token word = words.get(index);
        constant(word, "true", "false");
        if (index > 0 && RELATIONS.contains(word.text())) {
            Token before = words.get(index - 1);
            if (before.is("not")) {
                add(Kind.OPERATOR, source.from(before), source.to(word), word.text());
            } else {
                replace(Kind.OPERATOR, word, "not " + word.text());
            }
        }
    }

    private void constant(Token word, String one, String other) {
        if (word.is(one) || word.is(other)) {
            replace(Kind.CONSTANT, word, word.is(one) ? other : one);
        }
    }

    /** Mutates a count or sum: {@code ; $n : count(1); $n >= $min}. */
    private void total(PatternTokens pattern) {
        List<Token> words = pattern.total();
        int function = PatternTokens.index(words, "count") >= 0
                ? PatternTokens.index(words, "count")
                : PatternTokens.index(words, "sum");
        int end = function;
        while (end >= 0 && !words.get(end).is(";")) {
            end++;
        }
        words(words.subList(end, words.size()));
        int from = source.from(words.get(function));
        int to = source.to(words.get(end - 1));
        if (words.get(function).is("sum")) {
            add(Kind.TOTAL, from, to, "count(1)");
            return;
        }
        pattern.segments().stream()
                .filter(Segment::binds)
                .forEach(bound ->
                        add(Kind.TOTAL, from, to, "sum(" + bound.first().text() + ")"));
    }

    private void replace(Kind kind, Token word, String after) {
        add(kind, source.from(word), source.to(word), after);
    }

    private void add(Kind kind, int from, int to, String after) {
        mutations.add(new Mutation(kind, List.of(new Edit(from, to, after))));
    }
}
