package dev.winnow.engine.internal.evaluate;

import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.syntax.Expression;
import dev.winnow.language.internal.syntax.Expression.Compare;
import dev.winnow.language.internal.syntax.Expression.Comparison;
import dev.winnow.language.internal.syntax.Pattern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The order in which Drools matches the patterns of a rule. It affects the work, not the results: patterns that do not
 * depend on the candidate come before it, and so are matched once for a city, not for each candidate.
 *
 * <p>The following come before the candidate:
 *
 * <ul>
 * <li>patterns that the author placed there;
 * <li>limits, the day and the city, which are single facts;
 * <li>one pattern over rows of the city or the chain. Its conditions that read the candidate move to the candidate's
 * pattern. A second such pattern would form needless pairs of rows, and a row tied to the candidate by an equality,
 * such as a milestone, is found by an index after it;
 * <li>each {@code not} and {@code accumulate} that reads only these.
 * </ul>
 */
public final class Order {

    private final CheckedRule checked;
    private final int candidate;
    private final Arrangement arrangement;

    private Order(CheckedRule checked) {
        this.checked = checked;
        this.candidate = Arrangement.candidate(checked);
        this.arrangement = new Arrangement(checked, this::mayPrecedeCandidate);
    }

    public static Order of(CheckedRule checked) {
        return new Order(checked);
    }

    /** The indexes of the patterns in matching order. */
    public List<Integer> patterns() {
        List<Integer> patterns = new ArrayList<>(arrangement.prefix());
        patterns.add(candidate);
        patterns.addAll(arrangement.suffix());
        return patterns;
    }

    /**
     * The earlier pattern whose rows are combined with those of a pattern, if that makes one combination per pair of
     * rows, or per pair of rows and candidate; -1 if each row is combined at most with each candidate.
     */
    public int meets(int pattern) {
        int rowsBefore = 0;
        int last = -1;
        for (int before : patterns()) {
            if (before == pattern) {
                break;
            }
            if (isRow(before)) {
                last = before;
                rowsBefore += before == candidate ? 0 : 1;
            }
        }
        boolean multiplies = pattern == candidate ? rowsBefore > 1 : rowsBefore > 0 && isOfMany(pattern);
        return multiplies ? last : -1;
    }

    /** The conditions checked when a pattern is matched. */
    public List<PlacedCondition> conditions(int pattern) {
        return arrangement.conditions(pattern);
    }

    private boolean isRow(int pattern) {
        return Arrangement.isRow(checked, pattern);
    }

    /** Whether a pattern's type can have many facts. */
    public boolean isOfMany(int pattern) {
        return Arrangement.isOfMany(checked, pattern);
    }

    private boolean mayPrecedeCandidate(int index, List<Integer> front) {
        Pattern pattern = checked.rule().patterns().get(index);
        if (pattern.kind() != Pattern.Kind.FACT) {
            Set<Integer> read = new HashSet<>();
            pattern.conditions().forEach(test -> reads(test, read));
            if (pattern.total() != null) {
                reads(pattern.total().right(), read);
                if (pattern.total().argument() != null) {
                    reads(pattern.total().argument(), read);
                }
            }
            read.remove(index);
            return front.containsAll(read);
        }
        boolean pairs = isRow(index) && front.stream().anyMatch(this::isRow);
        return !pairs
                && PlacedCondition.of(checked, index).stream().allMatch(placed -> mayPrecedeCandidate(placed, front));
    }

    private boolean mayPrecedeCandidate(PlacedCondition condition, List<Integer> front) {
        Set<Integer> read = new HashSet<>();
        reads(condition.test(), read);
        read.remove(condition.pattern());
        boolean equality = condition.test() instanceof Compare compare && compare.sign() == Comparison.SAME;
        return !(read.remove(candidate) && equality) && front.containsAll(read);
    }

    private void reads(Expression expression, Set<Integer> patterns) {
        Arrangement.patternsRead(checked, expression, patterns);
    }
}
