package dev.winnow.model.universe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.ShippedFacts;
import dev.winnow.model.domain.City;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading a damaged file never throws, and its messages are fit for analysts. */
class DamagedUniversesTest {

    private static final String WHOLE = """
        universe: {name: wind-power, title: Wind power, asOf: 2025-06-30, illustrative: true}
        sources: [{id: almanac, title: Almanac, date: 2024-03-01}]
        endMarkets: [{id: offshore, name: Offshore}, {id: onshore, name: Onshore}]
        chains:
          - id: wind
            links:
              - {id: steel, stage: materials}
              - {id: blades, stage: making, upstream: [steel]}
        cities:
          - id: northport
            firmCount: {value: over 40, source: almanac § 2}
            complete: {demands: 2024, funds: 2024-01}
            demands:
              - {endMarket: offshore, annualOutput: 3 bn yuan, asOf: 2023}
              - {endMarket: onshore, annualUnits: [{value: 40, asOf: 2022}, {value: 50, asOf: 2023}]}
            funds: [{id: keel, kind: guidance, tracks: [wind], available: about 2 bn yuan}]
            leadUsers: [{firm: Zephyr, endMarket: offshore, hindsight: true}]
            presences:
              - {link: steel, held: false, asOf: 2020-12-31}
              - {stage: making, held: true, source: almanac}
        projects:
          - id: gale
            name: Gale 大风
            city: northport
            decided: 2021-03
            links: [blades]
            endMarkets: {value: [offshore], asOf: 2021}
            yieldRate: 97 %
            claimsScale: true
            milestones: [{step: landed, reached: 2022}, {step: production, reached: 2023-05}]
        """;

    private static final List<String> NOISE = List.of(
            "[",
            "]",
            "{",
            "}",
            ":",
            ": ",
            "- ",
            ",",
            "\n",
            "  ",
            "'",
            "\"",
            "#",
            "&a ",
            "*a",
            "!x ",
            "~",
            "unknown",
            "-",
            "1e400",
            "|",
            ">",
            "%",
            "@",
            "`",
            "?",
            "\t",
            "0",
            "大",
            "value",
            "id",
            "null",
            "{}",
            "[]",
            "{value: unknown}",
            "\uD83D\uDE00");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void noDamageThrowsOrBringsTechnicalWords(int wounds) {
        for (int seed = 0; seed < 1500; seed++) {
            String content = damaged(new Random(1000L * wounds + seed), wounds);
            Universe universe = Universe.parse(ShippedFacts.VOCABULARY, Map.of("u.yaml", content));
            Facts facts = universe.asOf(universe.asOf(), true);
            facts.projects();
            for (City city : facts.cities()) {
                facts.rows(city.id());
                facts.presences(city.id(), "gale");
                facts.coverages(city.id(), null);
            }
            assertThat(facts.milestones("gale")).isNotNull();
            assertThat(universe.problems())
                    .as(content)
                    .allSatisfy(problem -> assertThat(problem.what().toString())
                            .doesNotContainIgnoringCase(
                                    "exception", "token", "yaml.", "jackson", "dev.winnow", "java"));
        }
    }

    private static String damaged(Random random, int wounds) {
        StringBuilder content = new StringBuilder(WHOLE);
        for (int i = 0; i < wounds; i++) {
            int at = random.nextInt(content.length());
            int to = Math.min(content.length(), at + random.nextInt(6));
            content.replace(at, to, new ArrayList<>(NOISE).get(random.nextInt(NOISE.size())));
        }
        return content.toString();
    }
}
