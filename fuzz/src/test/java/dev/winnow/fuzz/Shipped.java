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

/** The shipped files that a target reads beside the one that is mutated. */
final class Shipped {

    private static final Path FOLDER = Path.of("..", "rules", "battery");

    /** The texts of the battery pack by file name. */
    static final Map<String, String> PACK_FILES = texts(FOLDER);

    static final RulePack PACK = RulePack.load(FOLDER);

    private static final Path SEEDS = Path.of("..", "seeds", "illustrative");

    /** The texts of the illustrative universe by file name. */
    static final Map<String, String> UNIVERSE_FILES = texts(SEEDS);

    static final Universe UNIVERSE = Universe.read(PACK.vocabulary(), SEEDS);

    private Shipped() {}

    /** A mutated text: bytes that are no UTF-8 are kept as replacement characters, which every reader must bear. */
    static String text(byte[] data) {
        return new String(data, StandardCharsets.UTF_8);
    }

    /** Each problem can be told. */
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
