package dev.winnow.engine;

import dev.winnow.engine.CheckedRule.Variable;
import dev.winnow.engine.Expression.And;
import dev.winnow.engine.Expression.Compare;
import dev.winnow.engine.Expression.Comparison;
import dev.winnow.model.City;
import dev.winnow.model.Project;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The order in which the patterns of a rule are matched. It changes nothing that a rule says, only how often it is asked:
 * what hangs on no candidate stands in front of it, and so is matched once for a city and not for each candidate again.
 *
 * <p>In front of the candidate stand
 *
 * <ul>
 *   <li>what the author put there;
 *   <li>limits, the day and the city, of which there is one each;
 *   <li>one pattern over rows of the city or the chain. Its conditions that read the candidate are asked of the candidate
 *       instead. A second would pair rows for nothing, and one tied to the candidate by an equality, as a milestone is, is
 *       found at once from behind;
 *   <li>each {@code not} and {@code accumulate} that reads these alone.
 * </ul>
 */
final class Order {

    /**
     * A condition.
     *
     * @param pattern the index of the pattern it was written in
     * @param test what it asks
     */
    record Placed(int pattern, Expression test) {}

    private final CheckedRule checked;
    private final int candidate;
    private final List<Integer> front = new ArrayList<>();
    private final List<Integer> behind = new ArrayList<>();
    private final List<Placed> moved = new ArrayList<>();
    private boolean rows;

    private Order(CheckedRule checked) {
        this.checked = checked;
        this.candidate = candidate(checked);
        for (int i = 0; i < checked.types().size(); i++) {
            if (i < candidate || (i > candidate && mayGoInFront(i))) {
                front.add(i);
                rows |= isRow(i);
                conditions(i).stream().filter(this::readsCandidate).forEach(moved::add);
            } else if (i > candidate) {
                behind.add(i);
            }
        }
    }

    static Order of(CheckedRule checked) {
        return new Order(checked);
    }

    private static int candidate(CheckedRule checked) {
        for (int i = 0; i < checked.types().size(); i++) {
            if (checked.types().get(i).record() == Project.class) {
                return i;
            }
        }
        throw new IllegalStateException("no candidate in " + checked.id());
    }

    /** The index of the candidate's pattern. */
    int candidate() {
        return candidate;
    }

    /** The patterns by their index, in the order in which they are matched. */
    List<Integer> patterns() {
        List<Integer> patterns = new ArrayList<>(front);
        patterns.add(candidate);
        patterns.addAll(behind);
        return patterns;
    }

    /**
     * The pattern whose fact a pattern meets in combination with others, so that the lengths of three lists are multiplied,
     * or of two without the candidates; -1 if no more than each row meets each candidate.
     */
    int meets(int pattern) {
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

    /** What is asked where a pattern is matched. */
    List<Placed> asked(int pattern) {
        List<Placed> asked = new ArrayList<>(conditions(pattern));
        asked.removeAll(moved);
        if (pattern == candidate) {
            asked.addAll(moved);
        }
        return asked;
    }

    private List<Placed> conditions(int pattern) {
        List<Placed> conditions = new ArrayList<>();
        checked.rule().patterns().get(pattern).conditions().forEach(test -> split(pattern, test, conditions));
        return conditions;
    }

    private static void split(int pattern, Expression test, List<Placed> into) {
        if (test instanceof And and) {
            and.parts().forEach(part -> split(pattern, part, into));
        } else {
            into.add(new Placed(pattern, test));
        }
    }

    /** Whether a pattern is one of several rows of a city or a chain. */
    private boolean isRow(int pattern) {
        return checked.rule().patterns().get(pattern).kind() == Pattern.Kind.FACT && isOfMany(pattern);
    }

    /** Whether there may be many facts of a pattern's type. */
    boolean isOfMany(int pattern) {
        Class<?> type = checked.types().get(pattern).record();
        return type != Limit.class && type != AsOf.class && type != City.class;
    }

    private boolean mayGoInFront(int index) {
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
        return !(rows && isRow(index)) && conditions(index).stream().allMatch(this::mayGoInFront);
    }

    private boolean mayGoInFront(Placed condition) {
        Set<Integer> read = new HashSet<>();
        reads(condition.test(), read);
        read.remove(condition.pattern());
        boolean equality = condition.test() instanceof Compare compare && compare.sign() == Comparison.SAME;
        return !(read.remove(candidate) && equality) && front.containsAll(read);
    }

    private boolean readsCandidate(Placed condition) {
        Set<Integer> read = new HashSet<>();
        reads(condition.test(), read);
        return read.contains(candidate);
    }

    /** Adds the patterns that an expression reads through variables. */
    private void reads(Expression expression, Set<Integer> patterns) {
        Reads.variables(expression, name -> {
            Variable variable = checked.variable(name.name());
            patterns.add(variable.pattern());
            reads(variable.value(), patterns);
        });
    }
}
