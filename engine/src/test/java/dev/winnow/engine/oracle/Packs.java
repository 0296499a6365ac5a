package dev.winnow.engine.oracle;

import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The packs of the tests, each compiled once per JVM. */
public final class Packs {

    private static final Path SHIPPED = Path.of("..", "rules");
    private static final Path OWN = Path.of("..", "engine", "src", "test", "resources", "packs");
    private static final Map<Path, RulePack> LOADED = new ConcurrentHashMap<>();
    private static final Map<Path, Screener> SCREENERS = new ConcurrentHashMap<>();

    private Packs() {}

    /** A pack with every construct of the rule language. */
    public static Path dense() {
        return OWN.resolve("dense");
    }

    /** A pack whose rules read more of a candidate than the keys of look-ups; comes with a universe. */
    public static Path alike() {
        return OWN.resolve("alike");
    }

    /** All shipped packs and the dense one. */
    public static List<Path> all() {
        try (Stream<Path> folders = Files.list(SHIPPED)) {
            return Stream.concat(Stream.of(dense()), folders.sorted())
                    .filter(folder -> Files.exists(folder.resolve("pack.yaml")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A pack as the engine loads it. */
    public static RulePack pack(Path folder) {
        return LOADED.computeIfAbsent(folder, RulePack::load);
    }

    public static Screener screener(Path folder) {
        return SCREENERS.computeIfAbsent(folder, one -> Screener.of(pack(one)));
    }

    /** Copies a pack, so that it can be changed. */
    static Path copy(Path folder, Path into) {
        Path copy = into.resolve(folder.getFileName());
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Path target = copy.resolve(folder.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces a text in a file; fails if the file does not contain it. */
    static void edit(Path file, String text, String other) {
        try {
            String before = Files.readString(file);
            if (!before.contains(text)) {
                throw new IllegalArgumentException(file + " has no " + text);
            }
            Files.writeString(file, before.replace(text, other));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
