package dev.winnow.workbench.mutate;

/**
 * A piece of a text replaced by another.
 *
 * @param from where it begins
 * @param to where it ends
 * @param after what stands there then
 */
record TextEdit(int from, int to, String after) {

    /** A text with edits that do not overlap. */
    static String apply(String text, Iterable<TextEdit> edits) {
        java.util.List<TextEdit> sorted = new java.util.ArrayList<>();
        edits.forEach(sorted::add);
        sorted.sort(java.util.Comparator.comparingInt(TextEdit::from).reversed());
        StringBuilder changed = new StringBuilder(text);
        sorted.forEach(edit -> changed.replace(edit.from, edit.to, edit.after));
        return changed.toString();
    }
}
