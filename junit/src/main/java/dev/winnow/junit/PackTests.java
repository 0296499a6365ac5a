package dev.winnow.junit;

import dev.winnow.engine.RulePack;
import dev.winnow.engine.explain.CaseResult;
import dev.winnow.language.PackException;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Place;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.layout.Colours;
import dev.winnow.report.internal.text.CaseFailure;
import dev.winnow.workbench.internal.testing.CaseRunner;
import java.net.URI;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.AssertionFailedError;

/**
 * Turns each worked example of a rule pack into a test. A method with {@code @TestFactory} returns {@code
 * PackTests.of(Path.of("policies/our-policy"))}.
 */
public final class PackTests {

    private PackTests() {}

    /**
     * Runs the examples of a pack and returns a test for each, with its file and line as the source. A failing test has
     * the message that {@code winnow rules test} prints.
     *
     * @param pack the pack's folder
     * @return the tests, in the order of the files
     * @throws PackException if the pack has problems, such as rules without examples; each problem names its place
     */
    public static Stream<DynamicTest> of(Path pack) {
        return CaseRunner.run(RulePack.load(pack)).stream()
                .map(result -> DynamicTest.dynamicTest(
                        result.rule() + ": " + result.sentence(), source(result.place()), () -> requirePassed(result)));
    }

    /** Returns a URI that IDEs and JUnit reports understand as a place in a file. */
    private static URI source(Place place) {
        return URI.create(Path.of(place.file()).toAbsolutePath().normalize().toUri() + "?line=" + place.line()
                + "&column=" + place.column());
    }

    private static void requirePassed(CaseResult result) {
        if (!result.passed()) {
            throw new AssertionFailedError(
                    CaseFailure.text(result, Colours.OFF, Wording.inLanguage(Language.EN))
                            .stripTrailing(),
                    result.expected(),
                    result.actual());
        }
    }
}
