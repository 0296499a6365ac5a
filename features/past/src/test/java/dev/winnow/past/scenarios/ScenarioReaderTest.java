package dev.winnow.past.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.RulePack;
import dev.winnow.model.ShippedFacts;
import dev.winnow.model.domain.Demand;
import dev.winnow.model.domain.Project;
import dev.winnow.model.source.Problem;
import dev.winnow.model.source.TextFile;
import dev.winnow.model.universe.Facts;
import dev.winnow.model.universe.Universe;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Changes of a scenario replace everything that is known about a fact. */
class ScenarioReaderTest {

    private static final RulePack HARBOUR =
            RulePack.draft(Path.of("..", "..", "analysis", "src", "test", "resources", "packs", "harbour"));
    private static final LocalDate DAY = LocalDate.of(2020, 12, 31);

    private static final Universe BASE = Universe.parse(ShippedFacts.VOCABULARY, Map.of("wind.yaml", """
            universe: {name: wind, asOf: 2020-12-31, illustrative: true}
            rates: [{currency: USD, in: CNY, rate: 7, asOf: 2020-01-01}]
            endMarkets: [{id: ships}, {id: wind}]
            chains: [{id: wind-power, links: [{id: tower, stage: one}, {id: blade, stage: two}]}]
            cities:
              - id: northport
                complete: [demands]
                asOf: 2019-01-01
                demands: [{endMarket: ships, annualOutput: 3 bn yuan}, {endMarket: wind, annualOutput: 5 bn yuan}]
                presences: [{link: tower, held: true}]
            projects:
              - id: gale
                links: [blade]
                fundingNeed: [{value: 1 bn yuan, asOf: 2018-01-01}, {value: 2 bn yuan, asOf: 2020-06-01}]
              - {id: lull, links: [tower], fundingNeed: 10 mn USD}
            answers:
              - {project: gale, fact: project.fundingNeed, value: 4 bn yuan, asOf: 2020-12-01}
            """));

    private static List<NamedScenario> read(String text, List<Problem> problems) {
        List<Problem> found = new ArrayList<>();
        TextFile file = Objects.requireNonNull(TextFile.of("scenarios.yaml", text, found));
        return ScenarioReader.read(Objects.requireNonNull(file.parse(found)), BASE, HARBOUR, DAY, problems);
    }

    private static Universe changed(String scenario) {
        List<Problem> problems = new ArrayList<>();
        List<NamedScenario> read = read("scenarios: [{id: one, " + scenario + "}]", problems);
        assertThat(problems).isEmpty();
        return read.get(0).universe();
    }

    private static Project project(Universe universe, String id) {
        return facts(universe).projects().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Facts facts(Universe universe) {
        return universe.asOf(DAY, false);
    }

    private static List<String> demands(Universe universe) {
        return facts(universe).rows("northport").stream()
                .filter(Demand.class::isInstance)
                .map(row -> ((Demand) row).endMarket() + " " + ((Demand) row).annualOutput())
                .toList();
    }

    @Test
    void theBaseIsValid() {
        assertThat(BASE.problems()).isEmpty();
        assertThat(project(BASE, "gale").fundingNeed()).hasToString("4 bn yuan");
        assertThat(demands(BASE)).containsExactly("ships 3 bn yuan", "wind 5 bn yuan");
    }

    @Test
    void aChangedFactReplacesItsHistoryAndItsAnswers() {
        Universe changed = changed("facts: {gale.fundingNeed: 9 bn yuan}");
        assertThat(project(changed, "gale").fundingNeed()).hasToString("9 bn yuan");
        assertThat(changed.conflicts()).isEmpty();
        assertThat(project(BASE, "gale").fundingNeed()).as("the base stays").hasToString("4 bn yuan");
    }

    @Test
    void aFactCanBecomeUnknown() {
        assertThat(project(changed("facts: {gale.fundingNeed: unknown}"), "gale")
                        .fundingNeed())
                .isNull();
        assertThat(project(changed("facts: {gale.fundingNeed: ~}"), "gale").fundingNeed())
                .isNull();
    }

    @Test
    void rowsAreChangedRemovedAndAdded() {
        assertThat(demands(changed("facts: {northport.demands.ships.annualOutput: 1 bn yuan}")))
                .containsExactly("ships 1 bn yuan", "wind 5 bn yuan");
        assertThat(demands(changed("remove: [northport.demands.ships]"))).containsExactly("wind 5 bn yuan");
        assertThat(demands(changed("remove: [northport.demands]"))).isEmpty();
        assertThat(demands(changed("remove: [northport.demands], add: {northport.demands:"
                        + " [{endMarket: wind, annualOutput: 8 bn yuan}]}")))
                .containsExactly("wind 8 bn yuan");
    }

    @Test
    void aLinkIsHeldOrNot() {
        String held = "northport.presences.tower.held";
        assertThat(held(BASE)).isTrue();
        assertThat(held(changed("facts: {" + held + ": false}"))).isFalse();
        assertThat(held(changed("facts: {" + held + ": unknown}"))).isNull();
    }

    private static @Nullable Boolean held(Universe universe) {
        return facts(universe).presences("northport", null).stream()
                .filter(one -> one.link().equals("tower"))
                .findFirst()
                .orElseThrow()
                .held();
    }

    @Test
    void projectsAreRemovedAndAdded() {
        assertThat(changed("remove: [lull]").projectIds()).containsExactly("gale");
        assertThat(changed("add: {projects: [{id: squall, links: [blade]}]}").projectIds())
                .containsExactly("gale", "lull", "squall");
    }

    @Test
    void aRateReplacesThatOfTheUniverse() {
        assertThat(project(BASE, "lull").fundingNeed()).hasToString("70 mn yuan");
        assertThat(project(changed("rates: {USD: 8}"), "lull").fundingNeed()).hasToString("80 mn yuan");
    }

    @Test
    void aChangeCanBeUndone() {
        NamedScenario scenario = read("""
                scenarios:
                  - id: two
                    facts: {gale.fundingNeed: 9 bn yuan, lull.fundingNeed: 5 bn yuan}
                """, new ArrayList<>()).get(0);
        Universe without = ScenarioReader.without(scenario.origin(), Set.of(0)).universe();
        assertThat(project(without, "gale").fundingNeed()).hasToString("4 bn yuan");
        assertThat(project(without, "lull").fundingNeed()).hasToString("5 bn yuan");
    }

    @Test
    void aChangeThatIsNoMapIsRefused() {
        List<Problem> problems = new ArrayList<>();
        read("scenarios: [{id: one, add: gale, remove: [lull]}, harbour]", problems);
        assertThat(problems)
                .extracting(problem -> problem.what() + " / " + problem.advice())
                .containsExactly(
                        "`add` must have keys, found a value / null",
                        "a scenario must have keys, found a value / did you mean `{id: …, facts: …}`?");
    }
}
