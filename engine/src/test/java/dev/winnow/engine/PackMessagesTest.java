package dev.winnow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
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
 * Each folder in {@code bad} holds the files in which a bad pack differs from the one in {@code good}, by one mistake,
 * and in {@code expected.txt} what is said of it. With {@code -Dwinnow.update=true} the texts are written anew.
 */
class PackMessagesTest {

    private static final Path BAD = Bakery.RESOURCES.resolve("bad");
    private static final String EXPECTED = "expected.txt";

    @TempDir
    private static Path folder;

    private static final Map<String, List<Problem>> PROBLEMS = new ConcurrentHashMap<>();

    static Stream<String> mistakes() throws IOException {
        try (Stream<Path> folders = Files.list(BAD)) {
            return folders.map(one -> one.getFileName().toString()).sorted().toList().stream();
        }
    }

    private static List<Problem> problems(String mistake) {
        return PROBLEMS.computeIfAbsent(
                mistake,
                one -> Bakery.in(folder.resolve(one))
                        .with(BAD.resolve(one))
                        .remove(EXPECTED)
                        .problems());
    }

    private static String said(String mistake) {
        String prefix = folder.resolve(mistake).resolve("bakery").toString().replace('\\', '/') + "/";
        return problems(mistake).stream()
                .map(problem -> problem.toString().replace(prefix, "") + "\n")
                .collect(Collectors.joining());
    }

    @Test
    void theGoodPackIsGood() {
        Bakery bakery = Bakery.in(folder.resolve("good"));
        assertThat(bakery.said()).isEmpty();
        assertThat(bakery.load().runCases()).allMatch(CaseResult::passed);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsSaidInSoManyWords(String mistake) throws IOException {
        Path expected = BAD.resolve(mistake).resolve(EXPECTED);
        if (Boolean.getBoolean("winnow.update")) {
            Files.writeString(expected, said(mistake));
        }
        assertThat(said(mistake)).isEqualTo(Files.readString(expected));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void noMistakeSpeaksOfPrograms(String mistake) {
        assertThat(problems(mistake))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(Foreign.in(problem)).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsToldOnce(String mistake) {
        int mistakes = mistake.equals("too-many-strange-words") ? 20 + 1 : 1;
        assertThat(problems(mistake)).hasSize(mistakes);
    }
}
