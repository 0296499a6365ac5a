package dev.winnow.workbench.mutate;

import java.util.List;

/**
 * A change of a rule file's text.
 *
 * @param kind what sort
 * @param edits what is replaced; the first is the one to show
 */
record Mutation(Mutant.Kind kind, List<TextEdit> edits) {

    TextEdit shown() {
        return edits.get(0);
    }
}
