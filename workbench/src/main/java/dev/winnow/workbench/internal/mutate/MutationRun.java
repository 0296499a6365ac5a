package dev.winnow.workbench.internal.mutate;

import dev.winnow.engine.RulePack;
import dev.winnow.engine.explain.CaseResult;
import dev.winnow.workbench.internal.mutate.Mutant.Fate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;

/**
 * The result of a mutation test of a pack.
 *
 * @param pack the pack
 * @param failed cases that fail without any mutation; if there are any, nothing is mutated
 * @param mutants all mutants, by rule and place
 * @param proposals cases that kill survivors
 */
public record MutationRun(RulePack pack, List<CaseResult> failed, List<Mutant> mutants, List<CaseProposal> proposals) {

    public MutationRun {
        failed = List.copyOf(failed);
        mutants = List.copyOf(mutants);
        proposals = List.copyOf(proposals);
    }

    /**
     * {@return the number of mutants with a fate}
     *
     * @param mutants the mutants to count
     * @param fate the fate to count
     */
    public static long count(Collection<Mutant> mutants, Fate fate) {
        return mutants.stream().filter(mutant -> mutant.fate() == fate).count();
    }

    /**
     * {@return the share of killed mutants among those killed or survived, in per cent, rounded down to one decimal;
     * 100 if there are none}
     *
     * @param mutants the mutants to count
     */
    public static BigDecimal score(Collection<Mutant> mutants) {
        long killed = count(mutants, Fate.KILLED);
        long all = killed + count(mutants, Fate.SURVIVED);
        return all == 0
                ? BigDecimal.valueOf(100)
                : BigDecimal.valueOf(killed * 100).divide(BigDecimal.valueOf(all), 1, RoundingMode.DOWN);
    }
}
