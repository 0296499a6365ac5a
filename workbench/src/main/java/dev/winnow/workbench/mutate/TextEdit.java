package dev.winnow.workbench.mutate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A replacement of a part of a text.
 *
 * @param from the start index
 * @param to the end index, exclusive
 * @param after the new text
 */
record TextEdit(int from, int to, String after) {

    /** A text with edits that do not overlap. */
    static String apply(String text, Iterable<TextEdit> edits) {
        List<TextEdit> sorted = new ArrayList<>();
        edits.forEach(sorted::add);
        sorted.sort(Comparator.comparingInt(TextEdit::from).reversed());
        StringBuilder changed = new StringBuilder(text);
        sorted.forEach(edit -> changed.replace(edit.from, edit.to, edit.after));
        return changed.toString();
    }
}
