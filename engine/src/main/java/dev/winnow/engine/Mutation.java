package dev.winnow.engine;

import java.util.List;

/**
 * A change of a rule file's text.
 *
 * @param kind what sort
 * @param edits what is replaced; the first is the one to show
 */
record Mutation(Mutant.Kind kind, List<Edit> edits) {

    Edit shown() {
        return edits.get(0);
    }
}
