package dev.winnow.workbench.lint;

import dev.winnow.language.syntax.Expression.Comparison;
import dev.winnow.model.value.Amount;
import dev.winnow.workbench.lint.Atom.Among;
import dev.winnow.workbench.lint.Atom.Compared;
import dev.winnow.workbench.lint.Atom.Listed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Proves that conditions contradict each other, whatever the facts. It is sound but not complete: what it does not
 * prove may still be impossible.
 */
final class Proof {

    private static final int PATIENCE = 600;
    /** The fixed cost of a step, and the number of conditions that doubles it. */
    private static final int EACH = 16;

    private final Map<String, Amount> limits;
    private final LintBudget budget;
    private int looked;

    private Proof(Map<String, Amount> limits, LintBudget budget) {
        this.limits = limits;
        this.budget = budget;
    }

    /**
     * Whether conditions are proved to contradict each other.
     *
     * @param limits the values of limits, by id, on each day that counts
     * @param budget the budget that the proof draws on
     */
    static boolean impossible(List<Alternatives> all, List<Map<String, Amount>> limits, LintBudget budget) {
        return limits.stream().allMatch(day -> new Proof(day, budget).refutes(all, 0, List.of()));
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
