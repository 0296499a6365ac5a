package dev.winnow.workbench.internal.lint;

import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.check.Reads;
import dev.winnow.language.internal.pack.LimitTable;
import dev.winnow.language.internal.syntax.Pattern;
import dev.winnow.language.internal.syntax.Pattern.Kind;
import dev.winnow.language.internal.syntax.Pattern.Total;
import dev.winnow.language.internal.vocabulary.Limit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Proves that one rule certainly holds wherever another does, by matching each of its patterns with one of the other's.
 */
final class RuleImplication {

    private static final String OWN = "strong ";
    /** Fixed cost in steps of a pair of rules or patterns. */
    private static final int EACH = 200;
    /** Maximum number of pattern pairs tried: many similar patterns can be matched in too many ways. */
    private static final int PATIENCE = 500;

    private final CheckedRule strong;
    private final CheckedRule weak;
    private final boolean sameValues;
    private final Proof proof;
    private final LintBudget budget;
    private int tried;
    private final Terms strongTerms;
    private final Terms weakTerms;
    private final String[] rows;
    private final List<Alternatives> known = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    /** The conditions of the strong rule's patterns, by pattern index. */
    private final Map<Integer, List<Alternatives>> given = new HashMap<>();

    private RuleImplication(
            CheckedRule strong, CheckedRule weak, LimitTable limits, boolean sameValues, LintBudget budget) {
        this.budget = budget;
        this.strong = strong;
        this.weak = weak;
        this.sameValues = sameValues;
        TreeSet<String> ids = new TreeSet<>(Reads.limits(strong));
        ids.addAll(Reads.limits(weak));
        this.proof = new Proof(limits.spans(ids), budget);
        this.strongTerms = new Terms(strong, at -> Terms.row(strong, OWN, at));
        this.rows = new String[weak.types().size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Terms.row(weak, "weak ", i);
        }
        this.weakTerms = new Terms(weak, at -> rows[at]);
        for (int i = 0; i < strong.types().size(); i++) {
            Pattern pattern = strong.rule().patterns().get(i);
            if (pattern.kind() == Kind.FACT && !pattern.type().equals("Limit")) {
                known.addAll(conditions(strongTerms, pattern, i));
            }
        }
        known.forEach(one -> keys.add(one.key()));
    }

    /**
     * Whether the second rule is proved to hold wherever the first does.
     *
     * @param sameValues whether the arguments before the reason, such as part and whole, must be equal too
     * @param budget the budget for the proof
     */
    static boolean than(
            CheckedRule strong, CheckedRule weak, LimitTable limits, boolean sameValues, LintBudget budget) {
        if (!budget.spend(EACH)) {
            return false;
        }
        Set<String> read = Reads.limits(strong);
        boolean inForce = Reads.limits(weak).stream().allMatch(id -> read.contains(id) || limits.isTimeless(id));
        boolean types = strong.types()
                .containsAll(weak.types().stream()
                        .filter(type -> !Terms.isSingle(type) && type.record() != Limit.class)
                        .toList());
        return inForce && types && new RuleImplication(strong, weak, limits, sameValues, budget).from(0);
    }

    private static List<Alternatives> conditions(Terms terms, Pattern pattern, int index) {
        return Claims.conditions(pattern).stream()
                .map(test -> terms.of(index, test, true))
                .toList();
    }

    private static Set<String> keys(List<Alternatives> ways) {
        Set<String> keys = new HashSet<>();
        ways.forEach(one -> keys.add(one.key()));
        return keys;
    }

    private boolean from(int index) {
        if (index == rows.length) {
            return !sameValues || leading(strong, strongTerms).equals(leading(weak, weakTerms));
        }
        Pattern pattern = weak.rule().patterns().get(index);
        if (pattern.type().equals("Limit")) {
            return from(index + 1);
        }
        if (pattern.kind() == Kind.FACT && Terms.isSingle(weak.types().get(index))) {
            return isKnown(conditions(weakTerms, pattern, index)) && from(index + 1);
        }
        String before = rows[index];
        for (int i = 0; i < strong.types().size(); i++) {
            Pattern other = strong.rule().patterns().get(i);
            if (tried >= PATIENCE) {
                break;
            }
            if (other.kind() == pattern.kind() && other.type().equals(pattern.type())) {
                tried++;
                rows[index] = Terms.row(strong, OWN, i);
                if (meets(index, pattern, i, other) && from(index + 1)) {
                    return true;
                }
            }
        }
        rows[index] = before;
        if (tried >= PATIENCE) {
            budget.passOver();
        }
        return false;
    }

    private static List<String> leading(CheckedRule rule, Terms terms) {
        return rule.rule().leading().stream()
                .map(value -> terms.of(-1, value).key())
                .toList();
    }

    private boolean isKnown(List<Alternatives> required) {
        return required.stream()
                .allMatch(one -> keys.contains(one.key()) || known.stream().anyMatch(given -> proof.holds(given, one)));
    }

    private boolean meets(int index, Pattern pattern, int at, Pattern other) {
        List<Alternatives> required = conditions(weakTerms, pattern, index);
        if (!budget.spend(EACH)) {
            return false;
        }
        List<Alternatives> given = this.given.computeIfAbsent(at, unused -> conditions(strongTerms, other, at));
        return switch (pattern.kind()) {
            case FACT -> isKnown(required);
            case NOT -> {
                Set<String> keysOf = keys(required);
                yield given.stream()
                        .allMatch(one -> keysOf.contains(one.key())
                                || required.stream().anyMatch(more -> proof.fails(more, one)));
            }
            case ACCUMULATE -> keys(required).equals(keys(given)) && isTotal(index, pattern, at, other);
        };
    }

    private boolean isTotal(int index, Pattern pattern, int at, Pattern other) {
        Total required = Objects.requireNonNull(pattern.total());
        Total given = Objects.requireNonNull(other.total());
        boolean summed = Objects.equals(summed(weakTerms, index, required), summed(strongTerms, at, given));
        Alternatives wanted = weakTerms.comparison(index, required);
        Alternatives there = strongTerms.comparison(at, given);
        return summed && (wanted.key().equals(there.key()) || proof.holds(there, wanted));
    }

    private static String summed(Terms terms, int index, Total total) {
        return total.argument() == null ? "" : terms.of(index, total.argument()).key();
    }
}
