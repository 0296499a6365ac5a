package dev.winnow.engine.internal.evaluate;

import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.check.Reads;
import dev.winnow.language.internal.syntax.Expression;
import dev.winnow.language.internal.syntax.Pattern;
import dev.winnow.language.internal.vocabulary.AsOf;
import dev.winnow.language.internal.vocabulary.Limit;
import dev.winnow.model.domain.City;
import dev.winnow.model.domain.Project;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The split of a rule's patterns into those matched before the candidate's and those matched after it. A condition that
 * reads the candidate moves from an earlier pattern to the candidate's.
 */
public final class Arrangement {

    /** Decides which patterns written after the candidate's may be matched before it. */
    public interface Choice {

        /**
         * Whether a pattern may be matched before the candidate's.
         *
         * @param prefix the patterns already placed there
         */
        boolean mayPrecedeCandidate(int pattern, List<Integer> prefix);
    }

    private final CheckedRule rule;
    private final int candidate;
    private final List<Integer> prefix = new ArrayList<>();
    private final List<Integer> suffix = new ArrayList<>();
    private final List<PlacedCondition> moved = new ArrayList<>();

    public Arrangement(CheckedRule rule, Choice choice) {
        this.rule = rule;
        this.candidate = candidate(rule);
        for (int i = 0; i < rule.types().size(); i++) {
            if (i < candidate || (i > candidate && choice.mayPrecedeCandidate(i, prefix))) {
                prefix.add(i);
                PlacedCondition.of(rule, i).stream()
                        .filter(this::readsCandidate)
                        .forEach(moved::add);
            } else if (i > candidate) {
                suffix.add(i);
            }
        }
    }

    public static int candidate(CheckedRule rule) {
        for (int i = 0; i < rule.types().size(); i++) {
            if (rule.types().get(i).record() == Project.class) {
                return i;
            }
        }
        throw new IllegalStateException("no pattern of the candidate in " + rule.id());
    }

    /** The indexes of the patterns matched before the candidate's, in order. */
    public List<Integer> prefix() {
        return prefix;
    }

    /** The indexes of the patterns matched after the candidate's, in order. */
    public List<Integer> suffix() {
        return suffix;
    }

    /** The conditions checked when a pattern is matched, including moved ones. */
    public List<PlacedCondition> conditions(int pattern) {
        List<PlacedCondition> conditions = PlacedCondition.of(rule, pattern);
        conditions.removeIf(placed ->
                moved.stream().anyMatch(other -> other.pattern() == pattern && other.test() == placed.test()));
        if (pattern == candidate) {
            conditions.addAll(moved);
        }
        return conditions;
    }

    /** Whether a pattern is about a row of a city or a chain, or about a candidate. */
    public static boolean isRow(CheckedRule rule, int pattern) {
        return rule.rule().patterns().get(pattern).kind() == Pattern.Kind.FACT && isOfMany(rule, pattern);
    }

    /** Whether a pattern's type can have many facts. */
    static boolean isOfMany(CheckedRule rule, int pattern) {
        Class<?> type = rule.types().get(pattern).record();
        return type != Limit.class && type != AsOf.class && type != City.class;
    }

    private boolean readsCandidate(PlacedCondition condition) {
        Set<Integer> read = new HashSet<>();
        patternsRead(rule, condition.test(), read);
        return read.contains(candidate);
    }

    /** Adds the patterns whose variables an expression reads. */
    static void patternsRead(CheckedRule rule, Expression expression, Set<Integer> patterns) {
        Reads.variables(expression, name -> {
            CheckedRule.Variable variable = rule.variable(name.name());
            patterns.add(variable.pattern());
            patternsRead(rule, variable.value(), patterns);
        });
    }
}
