package dev.winnow.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.winnow.language.PackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

/** A pack's examples become tests in any folder. */
class PackTestsTest {

    private static final Path BATTERY = Path.of("..", "rules", "battery");

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> eachExampleOfASoundPackPasses() {
        return PackTests.of(BATTERY);
    }

    @Test
    void aTestHasTheNameAndPlaceOfItsExample() throws IOException {
        DynamicTest test = PackTests.of(BATTERY)
                .filter(one -> one.getDisplayName().startsWith("yield-reached"))
                .findFirst()
                .orElseThrow();
        assertThat(test.getDisplayName()).isEqualTo("yield-reached: 94 of 100 cells are good");
        Path file = BATTERY.resolve("cases/technology.yaml").toAbsolutePath().normalize();
        int line = 1 + Files.readAllLines(file).indexOf("  - case: 94 of 100 cells are good");
        assertThat(test.getTestSourceUri()).hasValueSatisfying(source -> {
            assertThat(source.getPath()).isEqualTo(file.toUri().getPath());
            assertThat(source.getQuery()).isEqualTo("line=" + line + "&column=5");
        });
    }

    @Test
    void aFailingTestHasTheMessageOfTheCommand() throws IOException {
        Path pack = edited("cases/technology.yaml", "{yieldRate: 94 %}", "{yieldRate: 84 %}");
        List<Throwable> failures = PackTests.of(pack)
                .map(test -> catchThrowable(test.getExecutable()::execute))
                .filter(failure -> failure != null)
                .toList();
        assertThat(failures).singleElement().isInstanceOfSatisfying(AssertionFailedError.class, failure -> {
            assertThat(failure.getMessage())
                    .startsWith("FAILED 94 of 100 cells are good\n  rule yield-reached\n  at ")
                    .contains("cases/technology.yaml:3:5", "  expected ", "does not fire");
            assertThat(failure.getActual().getStringRepresentation()).startsWith("does not fire");
        });
    }

    @Test
    void aPackWithProblemsHasNoTests() throws IOException {
        Path pack = edited("technology.drl", "yieldRate", "yieldRat");
        assertThatExceptionOfType(PackException.class)
                .isThrownBy(() -> PackTests.of(pack))
                .withMessageContaining("`Project` has no `yieldRat`");
    }

    private Path edited(String name, String before, String after) throws IOException {
        Path pack = folder.resolve("battery");
        try (Stream<Path> files = Files.walk(BATTERY)) {
            for (Path file : files.toList()) {
                Files.copy(file, pack.resolve(BATTERY.relativize(file).toString()));
            }
        }
        String text = Files.readString(pack.resolve(name));
        assertThat(text).contains(before);
        Files.writeString(pack.resolve(name), text.replaceFirst(Pattern.quote(before), after));
        return pack;
    }
}
