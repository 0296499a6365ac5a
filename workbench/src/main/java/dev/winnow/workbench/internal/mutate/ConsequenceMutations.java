package dev.winnow.workbench.internal.mutate;

import dev.winnow.language.internal.syntax.PackRule;
import dev.winnow.language.internal.syntax.Token;
import dev.winnow.language.internal.syntax.Verb;
import dev.winnow.model.domain.ChainAction;
import dev.winnow.workbench.internal.mutate.Mutant.Kind;
import dev.winnow.workbench.internal.mutate.Mutation.Edit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Mutations of a rule's annotations and consequence; some give an invalid rule. */
final class ConsequenceMutations {

    private final RuleSource source;
    private final PackRule rule;
    private final List<Token> words;
    private final Set<String> criteria;
    private final List<Mutation> mutations = new ArrayList<>();

    private ConsequenceMutations(RuleSource source, PackRule rule, Set<String> criteria) {
        this.source = source;
        this.rule = rule;
        this.words = source.rule(rule);
        this.criteria = criteria;
    }

    /** @param criteria the criteria that a cap may name */
    static List<Mutation> of(RuleSource source, PackRule rule, Set<String> criteria) {
        ConsequenceMutations made = new ConsequenceMutations(source, rule, criteria);
        made.annotations();
        made.consequence();
        return made.mutations;
    }

    private void annotations() {
        Token points = annotation("points");
        if (points != null) {
            BigDecimal worth = new BigDecimal(points.text());
            replace(Kind.POINTS, points, worth.add(BigDecimal.ONE).toPlainString());
            replace(Kind.POINTS, points, worth.subtract(BigDecimal.ONE).toPlainString());
        }
        Edit family = whole("family");
        if (family != null) {
            mutations.add(new Mutation(Kind.FAMILY, List.of(family)));
        }
        Token action = annotation("action");
        ChainAction found = rule.action();
        if (action != null && found != null) {
            List<ChainAction> all = List.of(ChainAction.values());
            ChainAction other = all.get((all.indexOf(found) + 1) % all.size());
            replace(Kind.ACTION, action, other.name());
        }
    }

    /** Returns the value of an annotation; null if the rule lacks it. */
    private @Nullable Token annotation(String name) {
        int at = annotationAt(name);
        return at < 0 ? null : words.get(at + 3);
    }

    private @Nullable Edit whole(String name) {
        int at = annotationAt(name);
        if (at < 0) {
            return null;
        }
        int end = at;
        while (!words.get(end).is(")")) {
            end++;
        }
        return new Edit(source.from(words.get(at)), source.to(words.get(end)), "");
    }

    private int annotationAt(String name) {
        int when = PatternTokens.index(words, "when");
        for (int i = 0; i + 1 < when; i++) {
            if (words.get(i).is("@") && words.get(i + 1).is(name)) {
                return i;
            }
        }
        return -1;
    }

    private void consequence() {
        int verb = PatternTokens.index(words, "then") + 3;
        int text = verb + 2 + 2 * rule.leading().size();
        Token first = words.get(verb + 2);
        switch (rule.consequence().verb()) {
            case AWARD, SUGGEST -> swap(verb, text, Verb.NOTE);
            case AWARD_SHARE -> {
                swap(verb, text, Verb.AWARD);
                exchange(Kind.SHARE, first, words.get(verb + 4));
            }
            case KNOCK_OUT, NOTE -> swap(verb, text, Verb.RED_FLAG);
            case RED_FLAG -> swap(verb, text, Verb.KNOCK_OUT);
            case CAP -> {
                swap(verb, text, Verb.NOTE);
                criteria.stream()
                        .filter(other -> !other.equals(rule.target()))
                        .sorted()
                        .limit(1)
                        .forEach(other -> replace(Kind.CRITERION, first, "\"" + other + "\""));
            }
        }
        for (int i = text + 2; i + 2 < words.size() && words.get(i + 1).is(","); i += 2) {
            exchange(Kind.WORDS, words.get(i), words.get(i + 2));
        }
    }

    /**
     * Replaces the verb and its arguments.
     *
     * @param verb the index of the verb
     * @param text the index of the text
     */
    private void swap(int verb, int text, Verb other) {
        List<Edit> edits = new ArrayList<>();
        edits.add(new Edit(source.from(words.get(verb)), source.to(words.get(verb)), other.word));
        if (!rule.leading().isEmpty()) {
            edits.add(new Edit(source.from(words.get(verb + 2)), source.from(words.get(text)), ""));
        }
        if (other.effect() != rule.effect()) {
            Edit points = whole("points");
            edits.addAll(points != null ? List.of(points) : RowMutations.withoutPoints(source, rule));
        }
        mutations.add(new Mutation(Kind.VERB, edits));
    }

    /** Exchanges two tokens. */
    private void exchange(Kind kind, Token one, Token other) {
        if (!one.text().equals(other.text())) {
            int from = source.from(one);
            int to = source.to(other);
            String between = source.text().substring(source.to(one), source.from(other));
            Edit edit = new Edit(from, to, source.text(other) + between + source.text(one));
            mutations.add(new Mutation(kind, List.of(edit)));
        }
    }

    private void replace(Kind kind, Token word, String after) {
        mutations.add(new Mutation(kind, List.of(new Edit(source.from(word), source.to(word), after))));
    }
}
