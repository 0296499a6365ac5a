package dev.winnow.engine;

/**
 * A piece of a text replaced by another.
 *
 * @param from where it begins
 * @param to where it ends
 * @param after what stands there then
 */
record Edit(int from, int to, String after) {

    /** A text with edits that do not overlap. */
    static String apply(String text, Iterable<Edit> edits) {
        java.util.List<Edit> sorted = new java.util.ArrayList<>();
        edits.forEach(sorted::add);
        sorted.sort(java.util.Comparator.comparingInt(Edit::from).reversed());
        StringBuilder changed = new StringBuilder(text);
        sorted.forEach(edit -> changed.replace(edit.from, edit.to, edit.after));
        return changed.toString();
    }
}
