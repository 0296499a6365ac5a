package dev.winnow.workbench.internal.mutate;

import java.nio.file.Path;
import java.util.List;

/**
 * A proposed case that kills surviving mutants, ready to be pasted.
 *
 * @param rule the rule it tests
 * @param file the file of cases it belongs to
 * @param sentence the claim it makes
 * @param text the case as written in the file, each line ended
 * @param kills the mutants that it kills; may be empty if the rule lacks a case with this outcome
 */
public record CaseProposal(String rule, Path file, String sentence, String text, List<Mutant> kills) {

    public CaseProposal {
        kills = List.copyOf(kills);
    }
}
