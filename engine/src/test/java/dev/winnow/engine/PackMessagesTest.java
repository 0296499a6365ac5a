package dev.winnow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    Path folder;

    static Stream<String> mistakes() throws IOException {
        try (Stream<Path> folders = Files.list(BAD)) {
            return folders.map(one -> one.getFileName().toString()).sorted().toList().stream();
        }
    }

    private Bakery bakery(String mistake) throws IOException {
        Bakery bakery = Bakery.in(folder).with(BAD.resolve(mistake));
        Files.deleteIfExists(bakery.path(EXPECTED));
        return bakery;
    }

    @Test
    void theGoodPackIsGood() {
        Bakery bakery = Bakery.in(folder);
        assertThat(bakery.said()).isEmpty();
        assertThat(bakery.load().runCases()).allMatch(CaseResult::passed);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsSaidInSoManyWords(String mistake) throws IOException {
        String said = bakery(mistake).said().stream().map(one -> one + "\n").collect(Collectors.joining());
        Path expected = BAD.resolve(mistake).resolve(EXPECTED);
        if (Boolean.getBoolean("winnow.update")) {
            Files.writeString(expected, said);
        }
        assertThat(said).isEqualTo(Files.readString(expected));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void noMistakeSpeaksOfPrograms(String mistake) throws IOException {
        assertThat(bakery(mistake).problems())
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(Foreign.in(problem)).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsToldOnce(String mistake) throws IOException {
        int mistakes = mistake.equals("too-many-strange-words") ? 20 + 1 : 1;
        assertThat(bakery(mistake).said()).hasSize(mistakes);
    }
}
