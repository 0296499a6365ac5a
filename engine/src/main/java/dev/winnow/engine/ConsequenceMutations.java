package dev.winnow.engine;

import dev.winnow.engine.Mutant.Kind;
import dev.winnow.model.ChainAction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Changes of a rule's annotations and of what it does. Not all are within the pack law. */
final class ConsequenceMutations {

    private static final Map<Verb, Verb> SWAPS = Map.of(
            Verb.AWARD, Verb.NOTE,
            Verb.AWARD_SHARE, Verb.AWARD,
            Verb.KNOCK_OUT, Verb.RED_FLAG,
            Verb.RED_FLAG, Verb.KNOCK_OUT,
            Verb.CAP, Verb.NOTE,
            Verb.NOTE, Verb.RED_FLAG,
            Verb.SUGGEST, Verb.NOTE);

    private final RuleSource source;
    private final PackRule rule;
    private final List<Token> words;
    private final Set<String> criteria;
    private final List<Mutation> mutations = new ArrayList<>();

    private ConsequenceMutations(RuleSource source, PackRule rule, Set<String> criteria) {
        this.source = source;
        this.rule = rule;
        this.words = source.rule(rule.id());
        this.criteria = criteria;
    }

    /** @param criteria those that a cap may name */
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

    /** The value of an annotation; null if the rule has none of that name. */
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
        int text = verb + 2 + 2 * rule.verb().leading().size();
        swap(words.get(verb), words.get(verb + 2), words.get(text));
        if (rule.verb() == Verb.AWARD_SHARE) {
            exchange(Kind.SHARE, words.get(verb + 2), words.get(verb + 4));
        }
        if (rule.verb() == Verb.CAP) {
            Token capped = words.get(verb + 2);
            criteria.stream()
                    .filter(other -> !other.equals(capped.text()))
                    .sorted()
                    .limit(1)
                    .forEach(other -> replace(Kind.CRITERION, capped, "\"" + other + "\""));
        }
        for (int i = text + 2; i + 2 < words.size() && words.get(i + 1).is(","); i += 2) {
            exchange(Kind.WORDS, words.get(i), words.get(i + 2));
        }
    }

    /** Another verb; what it takes no longer goes with it. */
    private void swap(Token verb, Token first, Token text) {
        Verb other = SWAPS.get(rule.verb());
        if (other == null) {
            return;
        }
        List<Edit> edits = new ArrayList<>();
        edits.add(new Edit(source.from(verb), source.to(verb), other.word));
        if (!rule.verb().leading().isEmpty()) {
            edits.add(new Edit(source.from(first), source.from(text), ""));
        }
        Edit points = whole("points");
        if (points != null && other.effect != rule.effect()) {
            edits.add(points);
        }
        mutations.add(new Mutation(Kind.VERB, edits));
    }

    /** Two words change places. */
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
