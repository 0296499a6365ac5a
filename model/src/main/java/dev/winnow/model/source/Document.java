package dev.winnow.model.source;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads one YAML or JSON file into a {@link Node}. A file whose name ends in {@code .json} is read as JSON, any other
 * as YAML.
 *
 * <p>Files are data from any origin: a file is refused if it is larger than 32 MB, nested deeper than 50 levels, not
 * UTF-8, or contains YAML aliases, anchors or tags. Bad content never throws.
 */
public final class Document {

    private Document() {}

    /** Reads a file; null if it cannot be read, with the reason among the problems. */
    public static @Nullable Node read(Path file, List<Problem> problems) {
        return read(file, TextFile.shown(file), problems);
    }

    /**
     * Reads a file that the user knows by another name.
     *
     * @param name its name in places, whose ending selects the format
     */
    @Internal
    public static @Nullable Node read(Path file, String name, List<Problem> problems) {
        TextFile text = TextFile.read(file, name, problems);
        return text == null ? null : text.parse(problems);
    }

    /** Reads the bytes of a file. */
    public static @Nullable Node parse(String file, byte[] content, List<Problem> problems) {
        TextFile text = TextFile.of(file, content, problems);
        return text == null ? null : text.parse(problems);
    }

    /**
     * Reads a line of a file in which each line is a JSON text.
     *
     * @param number the number of the line, from 1
     */
    public static @Nullable Node parseLine(String file, int number, String line, List<Problem> problems) {
        TextFile text = TextFile.of(file, line, problems);
        return text == null ? null : text.asLine(number).parse(problems);
    }

    /** Reads the text of a file. */
    public static @Nullable Node parse(String file, String content, List<Problem> problems) {
        TextFile text = TextFile.of(file, content, problems);
        return text == null ? null : text.parse(problems);
    }
}
