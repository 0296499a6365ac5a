package dev.winnow.model.universe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.Fixture;
import dev.winnow.model.ShippedFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file in {@code bad} contains a universe with one mistake and the expected messages ({@link Fixture}). */
class BadUniversesTest {

    private static final Path BAD = Path.of("src/test/resources/bad");

    @TempDir
    private static Path folder;

    static Stream<String> universes() throws IOException {
        return Fixture.names(BAD).stream();
    }

    @ParameterizedTest
    @MethodSource("universes")
    void reportsTheExpectedMessages(String name) throws IOException {
        Fixture fixture = Fixture.read(BAD, name);
        Path universe = Files.createDirectories(folder.resolve(name));
        fixture.applyTo(universe);
        String said = said(universe);
        assertThat(said).isEqualTo(fixture.expected(said));
    }

    @Test
    void goodProjectsBesideBadOnesAreKept() throws IOException {
        Path read = Files.createDirectories(folder.resolve("beside"));
        Fixture.read(BAD, "ten-mistakes").applyTo(read);
        Universe universe = Universe.read(ShippedFacts.VOCABULARY, read);
        assertThat(universe.problems()).hasSize(10);
        assertThat(universe.projectIds()).containsExactly("spelt");
        assertThat(universe.cityIds()).containsExactly("northport");
    }

    private static String said(Path universe) {
        String prefix = universe.toString().replace('\\', '/');
        String name = universe.getFileName().toString();
        return Universe.read(ShippedFacts.VOCABULARY, universe).problems().stream()
                .map(problem -> problem.toString().replace(prefix + "/", "").replace(prefix, name) + "\n")
                .collect(Collectors.joining());
    }
}
