package dev.winnow.language.internal.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.winnow.language.PackException;
import dev.winnow.model.Fixture;
import dev.winnow.model.source.Foreign;
import dev.winnow.model.source.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each file in {@code bad} changes the pack in {@code good} by one mistake, and contains the expected messages ({@link
 * Fixture}). With {@code -Dwinnow.update=true} the messages are rewritten.
 */
class PackMessagesTest {

    private static final Path BAD = Path.of("src/test/resources/bad");
    private static final Path GOOD = Path.of("src/test/resources/good/bakery");

    @TempDir
    private static Path folder;

    private static final Map<String, List<Problem>> PROBLEMS = new ConcurrentHashMap<>();

    static Stream<String> mistakes() throws IOException {
        return Fixture.names(BAD).stream();
    }

    private static List<Problem> problems(String mistake) {
        return PROBLEMS.computeIfAbsent(mistake, one -> {
            try {
                PackReader.read(pack(one));
                return List.of();
            } catch (PackException e) {
                return e.problems();
            }
        });
    }

    /** Returns the good pack with a mistake. */
    private static Path pack(String mistake) {
        Path pack = folder.resolve(mistake).resolve("bakery");
        try {
            Fixture.copy(GOOD, pack);
            fixture(mistake).applyTo(pack);
            return pack;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Fixture fixture(String mistake) {
        try {
            return Fixture.read(BAD, mistake);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String said(String mistake) {
        String prefix = folder.resolve(mistake).resolve("bakery").toString().replace('\\', '/') + "/";
        return problems(mistake).stream()
                .map(problem -> problem.toString().replace(prefix, "") + "\n")
                .collect(Collectors.joining());
    }

    @Test
    void theGoodPackIsGood() {
        assertThatCode(() -> PackReader.read(GOOD)).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void aMistakeHasItsExactMessage(String mistake) throws IOException {
        String said = said(mistake);
        assertThat(said).isEqualTo(fixture(mistake).expected(said));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void noMistakeBringsTechnicalWords(String mistake) {
        assertThat(problems(mistake))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(Foreign.in(problem)).isEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void aMistakeIsReportedOnce(String mistake) {
        int mistakes = mistake.equals("too-many-strange-words") ? 20 + 1 : 1;
        assertThat(problems(mistake)).hasSize(mistakes);
    }
}
