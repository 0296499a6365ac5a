package dev.winnow.engine;

import dev.winnow.language.PackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a pack's files, without cases, as an author edits them.
 *
 * @param name the pack's name
 * @param files by name
 */
public record PackText(String name, Map<String, String> files) {

    public static PackText read(Path folder) {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PackText(folder.getFileName().toString(), files);
    }

    /** Returns a copy with one file changed. */
    public PackText with(String file, UnaryOperator<String> edit) {
        Map<String, String> changed = new TreeMap<>(files);
        changed.put(file, edit.apply(files.get(file)));
        return new PackText(name, changed);
    }

    /** Returns a copy with a text replaced, which must occur exactly once. */
    public PackText replace(String file, String text, String other) {
        String before = files.get(file);
        int at = before.indexOf(text);
        if (at < 0 || before.indexOf(text, at + 1) >= 0) {
            throw new IllegalArgumentException(file + " has not once " + text);
        }
        return with(file, all -> all.replace(text, other));
    }

    /** The lines of a file. */
    public List<String> lines(String file) {
        return List.of(files.get(file).split("\n", -1));
    }

    public PackText withLine(String file, int line, String text) {
        List<String> lines = new ArrayList<>(lines(file));
        lines.set(line, text);
        return with(file, all -> String.join("\n", lines));
    }

    /** Writes the files and loads the pack; null if it is invalid. */
    public @Nullable RulePack pack(Path into) {
        try {
            Path folder = Files.createTempDirectory(into, "pack").resolve(name);
            Files.createDirectories(folder);
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
            return RulePack.draft(folder);
        } catch (PackException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
