package dev.winnow.engine.fused;

import dev.winnow.engine.compile.Arrangement;
import dev.winnow.engine.compile.Order;
import dev.winnow.engine.compile.PlacedCondition;
import dev.winnow.language.check.CheckedRule;
import dev.winnow.language.check.CheckedRule.Variable;
import dev.winnow.language.check.Reads;
import dev.winnow.language.syntax.Expression;
import dev.winnow.language.syntax.Expression.Compare;
import dev.winnow.language.syntax.Expression.Comparison;
import dev.winnow.language.syntax.Expression.Member;
import dev.winnow.language.syntax.Expression.Property;
import dev.winnow.language.syntax.Pattern;
import dev.winnow.model.domain.Milestone;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The order in which the fused evaluator matches the patterns of a rule. As much as can stands in front of the candidate,
 * where it is matched once for a city; what it asks of the candidate is asked of the candidate instead. It goes further than
 * {@link Order}, which is PHREAK's, since here a second pattern over rows is found by an index and nothing is kept of what
 * does not hold.
 *
 * <p>In front of the candidate stand what the author put there, limits, the day and the city, the first pattern over rows,
 * any other that is tied by an equality to one that is there already, and each {@code not} and {@code accumulate} that reads
 * these alone. Milestones are the candidate's own and stay behind it.
 */
final class FusedOrder {

    /** A component of a pattern's fact, bare or through a variable. */
    record Side(int pattern, Property component) {}

    private final CheckedRule rule;
    private final int candidate;
    private final Arrangement arrangement;

    FusedOrder(CheckedRule rule) {
        this.rule = rule;
        this.candidate = Arrangement.candidate(rule);
        this.arrangement = new Arrangement(rule, this::mayGoInFront);
    }

    /** The place of the candidate's pattern. */
    int candidate() {
        return candidate;
    }

    /** The places of the patterns in front of it, in order. */
    List<Integer> front() {
        return arrangement.front();
    }

    /** The places of those behind it. */
    List<Integer> behind() {
        return arrangement.behind();
    }

    /** What is asked where a pattern is matched. */
    List<PlacedCondition> conditions(int pattern) {
        return arrangement.conditions(pattern);
    }

    private boolean mayGoInFront(int pattern, List<Integer> front) {
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
            return front.containsAll(read);
        }
        read.remove(candidate);
        return rule.types().get(pattern).record() != Milestone.class
                && front.containsAll(read)
                && (!isRow(pattern) || front.stream().noneMatch(this::isRow) || isTied(pattern, front));
    }

    private boolean isRow(int pattern) {
        return Arrangement.isRow(rule, pattern);
    }

    /** Whether its rows are looked up by a row in front. */
    private boolean isTied(int pattern, List<Integer> front) {
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
            return one != null && other != null && (isRowOf(front, one) || isRowOf(front, other));
        });
    }

    private boolean isRowOf(List<Integer> front, Side side) {
        return front.contains(side.pattern()) && isRow(side.pattern());
    }

    /** The component that an expression of a pattern stands for; null if it is none. */
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

    /** The places of the patterns that a condition or a value reads. */
    Set<Integer> reads(PlacedCondition placed) {
        Set<Integer> read = new HashSet<>();
        Reads.patterns(rule.variables(), placed.pattern(), placed.test(), read);
        return read;
    }
}
