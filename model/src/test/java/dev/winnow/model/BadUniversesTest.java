package dev.winnow.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each folder in {@code bad} holds a universe with one mistake, and in {@code expected.txt} what is said of it. */
class BadUniversesTest {

    private static final Path BAD = Path.of("src/test/resources/bad");

    static Stream<String> universes() throws IOException {
        try (Stream<Path> folders = Files.list(BAD)) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("universes")
    void saysWhatIsWrong(String name) throws IOException {
        if (Boolean.getBoolean("winnow.update")) {
            Files.writeString(BAD.resolve(name).resolve("expected.txt"), said(name));
        }
        assertThat(said(name)).isEqualTo(Files.readString(BAD.resolve(name).resolve("expected.txt")));
    }

    @Test
    void goodProjectsBesideBadOnesAreKept() {
        Universe universe = Universe.read(BAD.resolve("ten-mistakes"));
        assertThat(universe.problems()).hasSize(10);
        assertThat(universe.projectIds()).containsExactly("spelt");
        assertThat(universe.cityIds()).containsExactly("northport");
    }

    private static String said(String name) {
        Path folder = BAD.resolve(name);
        String prefix = folder.toString().replace('\\', '/');
        return Universe.read(folder).problems().stream()
                .map(problem -> problem.toString().replace(prefix + "/", "").replace(prefix, name) + "\n")
                .collect(Collectors.joining());
    }
}
