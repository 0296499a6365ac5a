package dev.winnow.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.RulePack;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Shipped files that are read beside the mutated one. */
final class Shipped {

    private static final Path FOLDER = Path.of("..", "rules", "battery");

    /** Texts of the battery pack by file name. */
    static final Map<String, String> PACK_FILES = texts(FOLDER);

    static final RulePack PACK = RulePack.load(FOLDER);

    private static final Path SEEDS = Path.of("..", "seeds", "illustrative");

    /** Texts of the illustrative universe by file name. */
    static final Map<String, String> UNIVERSE_FILES = texts(SEEDS);

    static final Universe UNIVERSE = Universe.read(PACK.vocabulary(), SEEDS);

    private Shipped() {}

    /** A mutated text. Invalid UTF-8 becomes replacement characters, which every reader must accept. */
    static String text(byte[] data) {
        return new String(data, StandardCharsets.UTF_8);
    }

    /** Formats each problem. */
    static void told(List<Problem> problems) {
        assertThat(problems)
                .extracting(Problem::toString)
                .allSatisfy(text -> assertThat(text).isNotBlank());
    }

    static Map<String, String> texts(Path folder) {
        Map<String, String> texts = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                texts.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
