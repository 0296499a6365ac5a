package dev.winnow.workbench.internal.lint;

import dev.winnow.language.internal.syntax.Expression.Comparison;
import dev.winnow.model.value.Amount;
import dev.winnow.workbench.internal.lint.Atom.Among;
import dev.winnow.workbench.internal.lint.Atom.Compared;
import dev.winnow.workbench.internal.lint.Atom.Listed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Proves that conditions contradict each other regardless of the facts, or that one follows from another, including
 * where values are unknown or intervals. The proof is sound but not complete.
 *
 * @param spans the values of limits by id, for each relevant span of days
 * @param budget the budget for proofs
 */
record Proof(List<Map<String, Amount>> spans, LintBudget budget) {

    private static final int PATIENCE = 600;
    /** Fixed cost of a step, and the number of conditions that doubles it. */
    private static final int EACH = 16;

    /** Whether conditions are proved to contradict each other on each day. */
    boolean isImpossible(List<Alternatives> all) {
        return spans.stream().allMatch(limits -> new OfDay(limits, budget).refutes(all, 0, List.of()));
    }

    /** Whether the second condition certainly holds wherever the first certainly does. */
    boolean holds(Alternatives first, Alternatives second) {
        return follows(first, second) && values(first.single()).containsAll(values(second.single()));
    }

    /** Whether the first condition certainly fails wherever the second certainly does. */
    boolean fails(Alternatives first, Alternatives second) {
        return follows(first, second)
                && !(first.single() instanceof Listed)
                && values(first.single()).equals(values(second.single()))
                && !isImpossible(List.of(first))
                && !budget.isSpent();
    }

    private boolean follows(Alternatives first, Alternatives second) {
        return first.isSingle()
                && second.isSingle()
                && isImpossible(List.of(first, Alternatives.of(Atom.not(second.single()))));
    }

    /** Returns the values read by an atom that may be unknown. */
    private static Set<String> values(Atom atom) {
        Set<String> values = new TreeSet<>();
        if (atom instanceof Listed listed) {
            values.addAll(Set.of(
                    listed.item().key(),
                    listed.list().key(),
                    "size of " + listed.list().key()));
        } else if (atom instanceof Among among) {
            values.add(among.item().key());
        } else if (atom instanceof Compared compared) {
            for (Term term : List.of(compared.left(), compared.right())) {
                if (!term.isConstant()) {
                    values.add(term.key());
                }
            }
        }
        return values;
    }

    /** Search for a contradiction with the limits of one day. */
    private static final class OfDay {

        private final Map<String, Amount> limits;
        private final LintBudget budget;
        private int looked;

        OfDay(Map<String, Amount> limits, LintBudget budget) {
            this.limits = limits;
            this.budget = budget;
        }

        /** Whether no choice of conjunctions from an index on is compatible with the atoms chosen so far. */
        private boolean refutes(List<Alternatives> all, int from, List<Atom> chosen) {
            List<Atom> known = new ArrayList<>(chosen);
            int next = from;
            while (next < all.size() && all.get(next).ways().size() == 1) {
                known.addAll(all.get(next).ways().get(0));
                next++;
            }
            if (++looked > PATIENCE) {
                budget.passOver();
                return false;
            }
            long atoms = known.size();
            if (!budget.spend(EACH + atoms * atoms * atoms / EACH)) {
                return false;
            }
            if (contradict(known)) {
                return true;
            }
            if (next == all.size()) {
                return false;
            }
            for (List<Atom> way : all.get(next).ways()) {
                List<Atom> more = new ArrayList<>(known);
                more.addAll(way);
                if (!refutes(all, next + 1, more)) {
                    return false;
                }
            }
            return true;
        }

        private boolean contradict(List<Atom> atoms) {
            Ordering ordering = new Ordering(limits);
            Sameness sameness = new Sameness();
            for (Atom atom : atoms) {
                if (atom instanceof Compared compared) {
                    if (compared.left().isOrdered()) {
                        ordering.add(compared);
                    } else {
                        sameness.add(compared);
                    }
                } else if (atom instanceof Among among) {
                    sameness.add(among);
                } else if (atom instanceof Listed listed) {
                    sameness.add(listed);
                    if (listed.in()) {
                        Term size = Term.count("size of " + listed.list().key());
                        ordering.add(new Compared(size, Comparison.AT_LEAST, Term.number("1")));
                    }
                }
            }
            return ordering.isImpossible() || sameness.isImpossible();
        }
    }
}
