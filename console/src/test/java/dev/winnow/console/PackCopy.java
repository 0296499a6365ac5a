package dev.winnow.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A copy of a shipped pack to be damaged.
 *
 * @param folder its folder, which has the name of the pack
 */
public record PackCopy(Path folder) {

    /** Copies a shipped pack into a new folder below a parent. */
    public static PackCopy of(String pack, Path parent) {
        Path from = Run.HOME.resolve("rules").resolve(pack);
        PackCopy copy = new PackCopy(parent.resolve(pack));
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                copy.write(from.relativize(file).toString(), Files.readString(file));
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public PackCopy write(String file, String text) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces the first occurrence of a text, which must exist. */
    public PackCopy replace(String file, String text, String other) {
        String before = text(file);
        int at = before.indexOf(text);
        assertThat(at).as("%s in %s", text, file).isNotNegative();
        return write(file, before.substring(0, at) + other + before.substring(at + text.length()));
    }

    /** Adds lines at the end of a file. */
    public PackCopy add(String file, String lines) {
        return write(file, text(file) + lines);
    }

    /** Returns the line of the first occurrence of a text, from 1. */
    public int line(String file, String text) {
        String before = text(file);
        assertThat(before).contains(text);
        return 1
                + (int) before.substring(0, before.indexOf(text))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    /** Returns the output of a command with places relative to the parent of the pack. */
    public String shown(String out) {
        return out.replace(folder.getParent().toString().replace('\\', '/') + "/", "");
    }

    /** Returns the names of the case files, sorted. */
    public List<String> cases() {
        try (Stream<Path> files = Files.list(folder.resolve("cases"))) {
            return files.map(file -> "cases/" + file.getFileName()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
