package dev.winnow.model.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.Fixture;
import dev.winnow.model.source.Foreign;
import dev.winnow.model.source.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each file in {@code vocabularies} contains a vocabulary.yaml with mistakes of one kind, or those of two packs, and
 * the expected messages ({@link Fixture}).
 */
class BadVocabulariesTest {

    private static final Path BAD = Path.of("src/test/resources/vocabularies");

    @TempDir
    private static Path folder;

    static Stream<String> vocabularies() throws IOException {
        return Fixture.names(BAD).stream();
    }

    private static List<Problem> problems(Path pack) {
        List<Problem> problems = new ArrayList<>();
        Vocabulary read = Vocabulary.read(pack, problems);
        Path other = pack.resolve("other");
        if (Files.exists(other)) {
            read.and(Vocabulary.read(other, problems), problems);
        }
        return problems;
    }

    @ParameterizedTest
    @MethodSource("vocabularies")
    void reportsTheExpectedMessages(String name) throws IOException {
        Fixture fixture = Fixture.read(BAD, name);
        Path pack = Files.createDirectories(folder.resolve(name));
        fixture.applyTo(pack);
        String prefix = pack.toString().replace('\\', '/') + "/";
        List<Problem> problems = problems(pack);
        String said = problems.stream()
                .map(problem -> problem.toString().replace(prefix, "") + "\n")
                .collect(Collectors.joining());
        assertThat(said).isEqualTo(fixture.expected(said));
        assertThat(problems)
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(Foreign.in(problem)).isEmpty());
    }
}
