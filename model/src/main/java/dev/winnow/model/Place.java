package dev.winnow.model;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Where something stands: a file, a line and a column.
 *
 * @param file the path as the user gave it, with forward slashes
 * @param line from 1; 0 for the file as a whole
 * @param column from 1, in characters; 0 for the line as a whole
 * @param text the source line, for the caret; null if there is none to show
 */
public record Place(
        String file, int line, int column, @Nullable String text) implements Comparable<Place> {

    private static final Comparator<Place> ORDER = Comparator.comparing((Place place) -> place.file())
            .thenComparingInt(Place::line)
            .thenComparingInt(Place::column);

    /** A file as a whole. */
    public static Place file(String file) {
        return new Place(file, 0, 0, null);
    }

    /** By file, line and column. */
    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    /** {@code file:line:column}, without what is 0. */
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line + (column > 0 ? ":" + column : "") : "");
    }
}
