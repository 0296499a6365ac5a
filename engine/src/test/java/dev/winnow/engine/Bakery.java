package dev.winnow.engine;

import dev.winnow.language.PackException;
import dev.winnow.model.Fixture;
import dev.winnow.model.source.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A pack on disk that tests can change. */
public final class Bakery {

    public static final Path RESOURCES = Path.of("..", "engine", "src", "test", "resources");
    /** The pack from which each bad pack differs by one mistake. */
    public static final Path GOOD = Path.of("..", "language", "src", "test", "resources", "good", "bakery");

    private static final Path SHIPPED = Path.of("..", "rules");

    private final Path folder;

    private Bakery(Path folder) {
        this.folder = folder;
    }

    /** A copy of the good pack. */
    public static Bakery in(Path parent) {
        return new Bakery(parent.resolve("bakery")).with(GOOD);
    }

    /** An empty folder for a pack. */
    public static Bakery empty(Path folder) {
        return new Bakery(folder);
    }

    /** A copy of a shipped pack. */
    public static Bakery shipped(String name, Path parent) {
        return new Bakery(parent.resolve(name)).with(SHIPPED.resolve(name));
    }

    /** Copies the files of another folder over this one's. */
    Bakery with(Path other) {
        try {
            Fixture.copy(other, folder);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Applies a mistake. */
    public Bakery with(Fixture mistake) {
        try {
            mistake.applyTo(folder);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path path(String file) {
        return folder.resolve(file);
    }

    public Path folder() {
        return folder;
    }

    public String text(String file) {
        try {
            return Files.readString(path(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Bakery write(String file, String content) {
        try {
            Files.createDirectories(path(file).getParent());
            Files.writeString(path(file), content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces the first occurrence of a text; fails if the file does not contain it. */
    public Bakery edit(String file, String text, String other) {
        String before = text(file);
        int at = before.indexOf(text);
        if (at < 0) {
            throw new IllegalArgumentException(file + " has no " + text);
        }
        return write(file, before.substring(0, at) + other + before.substring(at + text.length()));
    }

    public Bakery remove(String file) {
        try {
            Files.deleteIfExists(path(file));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public RulePack load() {
        return RulePack.load(folder);
    }

    /** Reads the pack as a draft, whose rules may lack cases. */
    public RulePack draft() {
        return RulePack.draft(folder);
    }

    /** The problems of the pack; empty if it is valid. */
    public List<Problem> problems() {
        try {
            RulePack.load(folder);
            return List.of();
        } catch (PackException e) {
            return e.problems();
        }
    }

    /** The messages of its problems, with places relative to the pack's folder. */
    public List<String> messages() {
        String prefix = folder.toString().replace('\\', '/');
        return problems().stream()
                .map(Problem::toString)
                .map(message -> message.replace(prefix + "/", "").replace(prefix, String.valueOf(folder.getFileName())))
                .toList();
    }
}
