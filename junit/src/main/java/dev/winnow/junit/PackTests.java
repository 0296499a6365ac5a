package dev.winnow.junit;

import dev.winnow.engine.RulePack;
import dev.winnow.language.PackException;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Place;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.rules.TestReport;
import dev.winnow.workbench.internal.testing.CaseResult;
import dev.winnow.workbench.internal.testing.CaseRunner;
import java.net.URI;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.AssertionFailedError;

/**
 * Makes a test of each worked example of a rule pack, for a method with {@code @TestFactory} that returns {@code
 * PackTests.of(Path.of("policies/our-policy"))}.
 */
public final class PackTests {

    private PackTests() {}

    /**
     * Runs the examples of a pack, each of which becomes a test with its file and line as the source. One that fails says what {@code
     * winnow rules test} says of it.
     *
     * @param pack the pack's folder
     * @return the tests, in the order of the files
     * @throws PackException if the pack has problems, each with its place, among them rules that lack examples
     */
    public static Stream<DynamicTest> of(Path pack) {
        return CaseRunner.run(RulePack.load(pack)).stream()
                .map(result -> DynamicTest.dynamicTest(
                        result.rule() + ": " + result.sentence(), source(result.place()), () -> requirePassed(result)));
    }

    /** What IDEs and reports of JUnit read as a place in a file. */
    private static URI source(Place place) {
        return URI.create(Path.of(place.file()).toAbsolutePath().normalize().toUri() + "?line=" + place.line()
                + "&column=" + place.column());
    }

    private static void requirePassed(CaseResult result) {
        if (!result.passed()) {
            throw new AssertionFailedError(
                    TestReport.failure(result, Wording.inLanguage(Language.EN)), result.expected(), result.actual());
        }
    }
}
