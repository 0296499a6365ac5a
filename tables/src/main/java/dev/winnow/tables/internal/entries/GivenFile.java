package dev.winnow.tables.internal.entries;

import dev.winnow.model.source.Problem;
import dev.winnow.tables.internal.cells.Row;
import dev.winnow.tables.internal.cells.Sheet;
import dev.winnow.tables.internal.mapping.Mapping;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file to read, with the name by which the user knows it.
 *
 * @param path the file to read
 * @param name its name in messages and places, with forward slashes; its ending selects the format
 * @param mapping its mapping; null to read the file beside it
 * @param corrections changes rows as they are read; null if none are changed
 */
public record GivenFile(
        Path path,
        String name,
        @Nullable Mapping mapping,
        @Nullable Corrections corrections) {

    /** Changes the rows of a file as they are read, before anything is derived from them. */
    @FunctionalInterface
    public interface Corrections {
        Row corrected(Sheet sheet, Row row);
    }

    /** A file of the user, with the mapping beside it. */
    public static GivenFile of(Path path) {
        return new GivenFile(path, path.toString().replace('\\', '/'), null, null);
    }

    /** Returns the mapping that is given, or the one beside the file. */
    public Mapping mapping(List<Problem> problems) {
        return mapping == null ? Mapping.readBeside(path, problems) : mapping;
    }

    /** Returns the last part of its name. */
    public String lastName() {
        return lastName(name);
    }

    /** Returns the last part of a name with forward slashes. */
    static String lastName(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
