package dev.winnow.workbench.internal.mutate;

import java.nio.file.Path;
import java.util.List;

/**
 * A proposed case that kills surviving mutants, ready to be pasted.
 *
 * @param rule the rule it is about
 * @param file the file of cases it belongs to
 * @param sentence what it shows
 * @param text the case as it would stand in the file, each line ended
 * @param kills the mutants that it kills; may be empty for a case that the rule lacks anyway
 */
public record CaseProposal(String rule, Path file, String sentence, String text, List<Mutant> kills) {

    public CaseProposal {
        kills = List.copyOf(kills);
    }
}
