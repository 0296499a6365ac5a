package dev.winnow.workbench.mutate;

import java.nio.file.Path;
import java.util.List;

/**
 * A case that would kill mutants that survive, ready to be pasted.
 *
 * @param rule the rule it is about
 * @param file the file of cases it belongs into
 * @param sentence what it shows
 * @param text the case as it would stand in the file, each line ended
 * @param kills the mutants that it kills; of a case that a rule lacks anyhow, perhaps none
 */
public record CaseProposal(String rule, Path file, String sentence, String text, List<Mutant> kills) {

    public CaseProposal {
        kills = List.copyOf(kills);
    }
}
