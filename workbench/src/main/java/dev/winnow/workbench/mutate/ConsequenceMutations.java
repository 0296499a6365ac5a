package dev.winnow.workbench.mutate;

import dev.winnow.language.syntax.Consequence;
import dev.winnow.language.syntax.PackRule;
import dev.winnow.language.syntax.Token;
import dev.winnow.language.syntax.Verb;
import dev.winnow.model.domain.ChainAction;
import dev.winnow.workbench.mutate.Mutant.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Mutations of a rule's annotations and consequence. Not all give a valid rule. */
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
        TextEdit family = whole("family");
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

    private @Nullable TextEdit whole(String name) {
        int at = annotationAt(name);
        if (at < 0) {
            return null;
        }
        int end = at;
        while (!words.get(end).is(")")) {
            end++;
        }
        return new TextEdit(source.from(words.get(at)), source.to(words.get(end)), "");
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
        rule.consequence().choose(new OfTheVerb(words.get(verb), words.get(verb + 2), words.get(text)));
        for (int i = text + 2; i + 2 < words.size() && words.get(i + 1).is(","); i += 2) {
            exchange(Kind.WORDS, words.get(i), words.get(i + 2));
        }
    }

    /** Adds the mutations of each verb: another verb in its place, and its arguments. */
    private final class OfTheVerb implements Consequence.Cases<@Nullable Void> {

        private final Token verb;
        private final Token first;
        private final Token text;

        /** @param first the token after the bracket: the first argument, or the text */
        OfTheVerb(Token verb, Token first, Token text) {
            this.verb = verb;
            this.first = first;
            this.text = text;
        }

        @Override
        public @Nullable Void award(Consequence.Award award) {
            return swap(Verb.NOTE);
        }

        @Override
        public @Nullable Void awardShare(Consequence.AwardShare award) {
            swap(Verb.AWARD);
            exchange(Kind.SHARE, first, words.get(words.indexOf(first) + 2));
            return null;
        }

        @Override
        public @Nullable Void knockOut(Consequence.KnockOut stop) {
            return swap(Verb.RED_FLAG);
        }

        @Override
        public @Nullable Void redFlag(Consequence.RedFlag flag) {
            return swap(Verb.KNOCK_OUT);
        }

        @Override
        public @Nullable Void cap(Consequence.Cap cap) {
            swap(Verb.NOTE);
            criteria.stream()
                    .filter(other -> !other.equals(cap.capped()))
                    .sorted()
                    .limit(1)
                    .forEach(other -> replace(Kind.CRITERION, first, "\"" + other + "\""));
            return null;
        }

        @Override
        public @Nullable Void note(Consequence.Note note) {
            return swap(Verb.RED_FLAG);
        }

        @Override
        public @Nullable Void suggest(Consequence.Suggest advice) {
            return swap(Verb.NOTE);
        }

        @Override
        public @Nullable Void unread(Consequence.Unread unread) {
            return null;
        }

        /** Replaces the verb by another one with its arguments. */
        private @Nullable Void swap(Verb other) {
            List<TextEdit> edits = new ArrayList<>();
            edits.add(new TextEdit(source.from(verb), source.to(verb), other.word));
            if (!rule.leading().isEmpty()) {
                edits.add(new TextEdit(source.from(first), source.from(text), ""));
            }
            if (other.effect() != rule.effect()) {
                TextEdit points = whole("points");
                edits.addAll(points != null ? List.of(points) : RowMutations.withoutPoints(source, rule));
            }
            mutations.add(new Mutation(Kind.VERB, edits));
            return null;
        }
    }

    /** Exchanges two tokens. */
    private void exchange(Kind kind, Token one, Token other) {
        if (!one.text().equals(other.text())) {
            int from = source.from(one);
            int to = source.to(other);
            String between = source.text().substring(source.to(one), source.from(other));
            TextEdit edit = new TextEdit(from, to, source.text(other) + between + source.text(one));
            mutations.add(new Mutation(kind, List.of(edit)));
        }
    }

    private void replace(Kind kind, Token word, String after) {
        mutations.add(new Mutation(kind, List.of(new TextEdit(source.from(word), source.to(word), after))));
    }
}
