package dev.winnow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.result.Explanation;
import dev.winnow.model.universe.Universe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** For a list known only in part, members are certain, and absences are open. */
class StartOfListTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "'needs contains \"demand\"', FIRES",
        "'needs not contains \"demand\"', NOT",
        "'needs contains \"site\"', OPEN",
        "'needs not contains \"site\"', OPEN",
        "'needs.size() >= 1', FIRES",
        "'needs.size() > 1', OPEN",
        "'needs.size() == 0', NOT",
    })
    void allEvaluatorsAgree(String condition, String outcome) throws IOException {
        Path pack = pack("  Project( " + condition + ", $name : name )\n");
        for (Screener screener : screeners(pack)) {
            Explanation only = Explained.of(screener, universe()).pairs().get(0);
            assertThat(outcome(only)).as(condition).isEqualTo(outcome);
            if (outcome.equals("OPEN")) {
                assertThat(only.undetermined())
                        .filteredOn(open -> open.rule().equals("asked"))
                        .allSatisfy(open -> assertThat(open.missing()).containsExactly("project.needs"));
            }
        }
    }

    @Test
    void rowsAreFoundCertainlyByMembersAndPossiblyByOthers() throws IOException {
        Path pack = pack("  Project( $needs : needs, $name : name )\n  Firm( name memberOf $needs )\n");
        for (Screener screener : screeners(pack)) {
            assertThat(outcome(explained(screener, "demand"))).isEqualTo("FIRES");
            assertThat(outcome(explained(screener, "site"))).isEqualTo("OPEN");
        }
    }

    private static Explanation explained(Screener screener, String firm) {
        Universe universe = Universe.parse(Map.of("u.yaml", """
            universe: {name: town, asOf: 2024-01-01}
            cities: [{id: mill, firms: [{name: %s}], complete: [firms]}]
            projects: [{id: rye, needs: {value: [demand], more: true}}]
            """.formatted(firm)));
        return Explained.of(screener, universe).pairs().get(0);
    }

    private static List<Screener> screeners(Path pack) {
        RulePack read = RulePack.draft(pack);
        return Stream.of(
                        Screener.of(read, Matcher.FUSED, 5),
                        Screener.of(read, Matcher.PHREAK, 5),
                        Screener.walking(read))
                .toList();
    }

    private static String outcome(Explanation explanation) {
        return explanation.findings().stream()
                        .anyMatch(finding -> finding.rule().equals("asked"))
                ? "FIRES"
                : explanation.undetermined().stream()
                                .anyMatch(open -> open.rule().equals("asked"))
                        ? "OPEN"
                        : "NOT";
    }

    private static Universe universe() {
        return Universe.parse(Map.of("u.yaml", """
            universe: {name: town, asOf: 2024-01-01}
            cities: [{id: mill}]
            projects: [{id: rye, needs: {value: [demand], more: true}}]
            """));
    }

    private Path pack(String when) throws IOException {
        Bakery bakery = Bakery.in(folder);
        Files.writeString(bakery.path("demand.drl"), bakery.text("demand.drl") + """

            rule "asked"
              @title("It asks")
              @points(5)  @source("almanac § 9")
            when
            %sthen
              card.award("%%s asks", $name);
            end
            """.formatted(when));
        return bakery.folder();
    }
}
