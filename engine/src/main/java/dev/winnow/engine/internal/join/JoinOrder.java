package dev.winnow.engine.internal.join;

import dev.winnow.engine.internal.evaluate.Arrangement;
import dev.winnow.engine.internal.evaluate.Order;
import dev.winnow.engine.internal.evaluate.PlacedCondition;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.check.CheckedRule.Variable;
import dev.winnow.language.internal.check.Reads;
import dev.winnow.language.internal.syntax.Expression;
import dev.winnow.language.internal.syntax.Expression.Compare;
import dev.winnow.language.internal.syntax.Expression.Comparison;
import dev.winnow.language.internal.syntax.Expression.Member;
import dev.winnow.language.internal.syntax.Expression.Property;
import dev.winnow.language.internal.syntax.Pattern;
import dev.winnow.model.domain.Milestone;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The order in which the join evaluator matches the patterns of a rule. As many patterns as possible come before the
 * candidate, where they are matched once for a city; their conditions that read the candidate move to its pattern. More
 * patterns come first than in {@link Order}, which is PHREAK's, because here an index finds the rows of a second
 * pattern, and partial matches that fail are not kept.
 *
 * <p>The following come before the candidate: patterns that the author placed there, limits, the day and the city, the
 * first pattern over rows, further patterns tied by an equality to one of these, and each {@code not} and {@code
 * accumulate} that reads only these. Milestones belong to the candidate and come after it.
 */
final class JoinOrder {

    /** A side of an equality: a component of a pattern's fact, read directly or through a variable. */
    record Side(int pattern, Property component) {}

    private final CheckedRule rule;
    private final int candidate;
    private final Arrangement arrangement;

    JoinOrder(CheckedRule rule) {
        this.rule = rule;
        this.candidate = Arrangement.candidate(rule);
        this.arrangement = new Arrangement(rule, this::mayPrecedeCandidate);
    }

    int candidate() {
        return candidate;
    }

    /** The indexes of the patterns before the candidate's, in order. */
    List<Integer> prefix() {
        return arrangement.prefix();
    }

    /** The indexes of the patterns after the candidate's, in order. */
    List<Integer> suffix() {
        return arrangement.suffix();
    }

    /** The conditions checked when a pattern is matched. */
    List<PlacedCondition> conditions(int pattern) {
        return arrangement.conditions(pattern);
    }

    private boolean mayPrecedeCandidate(int pattern, List<Integer> prefix) {
        Set<Integer> read = new HashSet<>();
        PlacedCondition.of(rule, pattern).forEach(placed -> read.addAll(reads(placed)));
        Pattern.Total total = rule.rule().patterns().get(pattern).total();
        if (total != null) {
            read.addAll(reads(new PlacedCondition(-1, total.right())));
            if (total.argument() != null) {
                read.addAll(reads(new PlacedCondition(pattern, total.argument())));
            }
        }
        read.remove(pattern);
        if (rule.rule().patterns().get(pattern).kind() != Pattern.Kind.FACT) {
            return prefix.containsAll(read);
        }
        read.remove(candidate);
        return rule.types().get(pattern).record() != Milestone.class
                && prefix.containsAll(read)
                && (!isRow(pattern) || prefix.stream().noneMatch(this::isRow) || isTied(pattern, prefix));
    }

    private boolean isRow(int pattern) {
        return Arrangement.isRow(rule, pattern);
    }

    /** Whether a row of an earlier pattern determines which rows of a pattern are looked up. */
    private boolean isTied(int pattern, List<Integer> prefix) {
        return PlacedCondition.of(rule, pattern).stream().anyMatch(placed -> {
            Side one = null;
            Side other = null;
            if (placed.test() instanceof Compare compare && compare.sign() == Comparison.SAME) {
                one = side(pattern, compare.left());
                other = side(pattern, compare.right());
            } else if (placed.test() instanceof Member member && !member.negated()) {
                one = side(pattern, member.item());
                other = side(pattern, member.list());
            }
            return one != null && other != null && (isRowOf(prefix, one) || isRowOf(prefix, other));
        });
    }

    private boolean isRowOf(List<Integer> prefix, Side side) {
        return prefix.contains(side.pattern()) && isRow(side.pattern());
    }

    /** The component that an expression of a pattern reads; null if it does not read a component. */
    @Nullable
    Side side(int pattern, Expression expression) {
        if (expression instanceof Property component) {
            return new Side(pattern, component);
        }
        if (expression instanceof Expression.Variable name) {
            Variable variable = rule.variable(name.name());
            return variable.total() ? null : side(variable.pattern(), variable.value());
        }
        return null;
    }

    /** The indexes of the patterns that a condition or a value reads. */
    Set<Integer> reads(PlacedCondition placed) {
        Set<Integer> read = new HashSet<>();
        Reads.patterns(rule.variables(), placed.pattern(), placed.test(), read);
        return read;
    }
}
