package dev.winnow.workbench.lint;

import dev.winnow.model.value.Amount;
import dev.winnow.workbench.lint.Atom.Among;
import dev.winnow.workbench.lint.Atom.Compared;
import dev.winnow.workbench.lint.Atom.Listed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides whether one condition follows from another, also where values are unknown or intervals. It therefore compares
 * pairs of atoms only and does not combine what is known.
 */
record Entailment(List<Map<String, Amount>> spans, LintBudget budget) {

    /** Whether the second certainly holds wherever the first certainly does. */
    boolean holds(Alternatives first, Alternatives second) {
        return follows(first, second) && values(first.single()).containsAll(values(second.single()));
    }

    /** Whether the first certainly fails wherever the second certainly does. */
    boolean fails(Alternatives first, Alternatives second) {
        return follows(first, second)
                && !(first.single() instanceof Listed)
                && values(first.single()).equals(values(second.single()))
                && !Proof.impossible(List.of(first), spans, budget)
                && !budget.isSpent();
    }

    private boolean follows(Alternatives first, Alternatives second) {
        return first.isSingle()
                && second.isSingle()
                && Proof.impossible(List.of(first, Alternatives.of(Atom.not(second.single()))), spans, budget);
    }

    /** The values that an atom reads and that may be unknown. */
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
}
