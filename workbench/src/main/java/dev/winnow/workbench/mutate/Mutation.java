package dev.winnow.workbench.mutate;

import java.util.List;

/**
 * A mutation as a change of a rule file's text.
 *
 * @param kind the kind of change
 * @param edits the replacements; the first is the one to show
 */
record Mutation(Mutant.Kind kind, List<TextEdit> edits) {

    TextEdit shown() {
        return edits.get(0);
    }
}
