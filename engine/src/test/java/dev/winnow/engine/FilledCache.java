package dev.winnow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.compile.CacheRun;
import dev.winnow.engine.compile.PackCache;
import dev.winnow.model.universe.Universe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A cache in which all is that screening with a pack puts there, each test's own. */
public abstract class FilledCache {

    public static final Universe UNIVERSE = Universe.read(Path.of("..", "seeds", "illustrative"));

    @TempDir
    private static Path shared;

    public static Path bakery;
    public static String expected;
    /** What is in a cache once the bakery was screened with. */
    private static Path filled;

    @TempDir
    public Path temporary;

    public Path folder;
    public PackCache cache;

    @BeforeAll
    static void screenOnce() {
        bakery = Bakery.in(shared).folder();
        filled = shared.resolve("filled");
        expected = CacheRun.results(RulePack.load(bakery), UNIVERSE);
        assertThat(CacheRun.results(RulePack.load(bakery, PackCache.at(filled)), UNIVERSE))
                .isEqualTo(expected);
    }

    @BeforeEach
    void copyOfTheFilledCache() throws IOException {
        folder = temporary.resolve("cache");
        Files.createDirectory(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        for (Path entry : list(filled)) {
            Files.copy(entry, folder.resolve(entry.getFileName()));
            Files.setLastModifiedTime(
                    folder.resolve(entry.getFileName()),
                    FileTime.from(Instant.now().minusSeconds(60)));
        }
        cache = PackCache.at(folder);
    }

    public final String screened() {
        return CacheRun.results(RulePack.load(bakery, cache), UNIVERSE);
    }

    public static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** The entries that were written since they were put there. */
    public final List<Path> written() throws IOException {
        List<Path> written = new ArrayList<>();
        for (Path file : list(folder)) {
            if (Files.getLastModifiedTime(file)
                    .toInstant()
                    .isAfter(Instant.now().minusSeconds(50))) {
                written.add(file);
            }
        }
        return written;
    }
}
