package dev.winnow.workbench.internal.mutate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A mutation as a change to the text of a rule file.
 *
 * @param kind the kind of change
 * @param edits the replacements; the first one is shown to users
 */
record Mutation(Mutant.Kind kind, List<Edit> edits) {

    /**
     * A replacement of part of a text.
     *
     * @param from the start index
     * @param to the end index, exclusive
     * @param after the new text
     */
    record Edit(int from, int to, String after) {

        /** Applies non-overlapping edits to a text. */
        static String apply(String text, Iterable<Edit> edits) {
            List<Edit> sorted = new ArrayList<>();
            edits.forEach(sorted::add);
            sorted.sort(Comparator.comparingInt(Edit::from).reversed());
            StringBuilder changed = new StringBuilder(text);
            sorted.forEach(edit -> changed.replace(edit.from, edit.to, edit.after));
            return changed.toString();
        }
    }

    Edit shown() {
        return edits.get(0);
    }
}
