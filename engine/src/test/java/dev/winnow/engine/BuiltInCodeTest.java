package dev.winnow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.language.PackException;
import dev.winnow.model.domain.City;
import dev.winnow.model.domain.DeclaredRow;
import dev.winnow.model.domain.Fund;
import dev.winnow.model.domain.IndustrialChain;
import dev.winnow.model.domain.Project;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.source.Document;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Bound;
import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.StartOfList;
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Universes built in code equal those read from files. */
class BuiltInCodeTest {

    private static final RulePack PACK = RulePack.load(Path.of("..", "rules", "semiconductor"));

    private static final String FILE = """
        universe: {name: coast, asOf: 2024-06-30}
        chains:
          - id: chips
            name: Chips
            links:
              - {id: design, name: Design, stage: design}
              - {id: fab, name: Fab, stage: manufacturing, upstream: [design]}
        cities:
          - id: northport
            name: Northport
            province: Coast
            firmCount: at least 300
            demands: [{endMarket: home-appliances, annualOutput: 104.2 mn yuan}]
            leadUsers: [{firm: Haier, endMarket: home-appliances}]
            funds: [{id: harbour, name: Harbour fund, kind: guidance, tracks: [chips], available: about 8.3 mn yuan}]
            districts: [{name: Old town, specialisms: [fab]}]
            firms: [{name: Aucma, links: [design]}]
            bottlenecks: [{item: Power chips, links: [fab]}]
            presences: [{link: design, held: true}]
            complete: [demands, firms]
        projects:
          - id: gale
            name: Gale
            owner: Harbour Works
            track: chips
            links: [fab]
            endMarkets: [home-appliances]
            investment: {value: 40.1 mn yuan, source: register, asOf: 2024-01-01}
            fundingNeed: 30-50 mn yuan
            yieldRate: 0.85
            ownsTechnology: true
            needs: {value: [demand], more: true}
          - id: lull
            name: Lull
            city: northport
            decided: 2020-02-01
            links: [design]
            milestones: [{step: landed, reached: 2021-03-01}]
        """;

    private static Universe built() {
        return Universe.builder(PACK.vocabulary())
                .name("coast")
                .asOf(LocalDate.parse("2024-06-30"))
                .chain(IndustrialChain.builder("chips", "Chips")
                        .link("design", "Design", "design")
                        .link("fab", "Fab", "manufacturing", "design"))
                .city(City.builder("northport", "Northport")
                        .province("Coast")
                        .set("firmCount", Figure.stated(Amount.of(300), Bound.AT_LEAST, Unit.NUMBER, null))
                        .demand("home-appliances", Figure.exactly(Amount.of("104.2"), Unit.MONEY))
                        .leadUser("Haier", "home-appliances")
                        .fund(Fund.builder("harbour")
                                .name("Harbour fund")
                                .kind("guidance")
                                .tracks("chips")
                                .available(Figure.stated(Amount.of("8.3"), Bound.ABOUT, Unit.MONEY, null)))
                        .district("Old town", "fab")
                        .firm("Aucma", "design")
                        .row(
                                "bottlenecks",
                                DeclaredRow.builder().set("item", "Power chips").set("links", List.of("fab")))
                        .holds("design", true)
                        .complete("demands", "firms"))
                .project(Project.builder("gale", "Gale")
                        .owner("Harbour Works")
                        .track("chips")
                        .links("fab")
                        .endMarkets("home-appliances")
                        .investment(Figure.stated(
                                Amount.of("40.1"),
                                Bound.EXACT,
                                Unit.MONEY,
                                new Evidence("register", LocalDate.parse("2024-01-01"), false, null)))
                        .fundingNeed(Figure.between(Amount.of(30), Amount.of(50), Unit.MONEY, null))
                        .set("yieldRate", Figure.exactly(Amount.of("0.85"), Unit.SHARE))
                        .set("ownsTechnology", true)
                        .set("needs", StartOfList.of(List.of("demand"))))
                .project(Project.builder("lull", "Lull")
                        .city("northport")
                        .decided(LocalDate.parse("2020-02-01"))
                        .links("design")
                        .milestone("landed", LocalDate.parse("2021-03-01")))
                .build();
    }

    @Test
    void aUniverseBuiltInCodeScreensLikeEqualFiles() {
        Universe built = built();
        assertThat(built.problems()).isEmpty();
        Screener screener = Screener.of(PACK);
        Universe read = Universe.parse(PACK.vocabulary(), Map.of("u.yaml", FILE));
        assertThat(read.problems()).isEmpty();
        assertThat(Explained.of(screener, built).pairs())
                .hasSize(2)
                .isEqualTo(Explained.of(screener, read).pairs());
    }

    @Test
    void aUniverseWithoutAVocabularyUsesThatOfThePack() {
        Universe plain = Universe.parse(Map.of("u.yaml", FILE));
        assertThat(plain.problems()).isNotEmpty();
        assertThat(Screener.of(PACK).screen(plain).problems()).isEmpty();
    }

    @Test
    void thePacksVocabularyTakesPrecedence() {
        List<Problem> problems = new ArrayList<>();
        Vocabulary other = Vocabulary.of(
                Document.parse("other.yaml", "project: {yieldRate: {is: text, name: yield}}", problems), problems);
        assertThat(problems).isEmpty();
        Universe universe = Universe.parse(other, Map.of("u.yaml", FILE));
        assertThat(Explained.of(Screener.of(PACK), universe).pairs())
                .isEqualTo(Explained.of(Screener.of(PACK), built()).pairs());
    }

    @Test
    void mistakesOfACandidateAreReported() {
        Universe universe = Universe.builder()
                .project(Project.builder("gale", "Gale").set("yeildRate", true))
                .build();
        assertThat(universe.problems()).singleElement().hasToString("project gale: a project has no `yeildRate`");
    }

    @Test
    void aNullArgumentIsRejectedByName() {
        assertThatThrownBy(() -> Project.builder("gale", null)).hasMessage("name");
        assertThatThrownBy(() -> Project.builder("gale", "Gale").owner(null)).hasMessage("owner");
        assertThatThrownBy(() -> Project.builder("gale", "Gale").set("yieldRate", (Figure) null))
                .hasMessage("yieldRate");
        assertThatThrownBy(() -> City.builder("northport", "Northport").demand(null, Figure.ONE))
                .hasMessage("endMarket");
        assertThatThrownBy(() -> Universe.builder(null)).hasMessage("vocabulary");
        assertThatThrownBy(() -> RulePack.of("x", null)).hasMessage("files");
    }

    @Test
    void aPackOfTextsEqualsThatOfItsFolder() throws IOException {
        Path folder = Path.of("..", "rules", "battery");
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        assertThat(RulePack.of("battery", texts).digest())
                .isEqualTo(RulePack.load(folder).digest());
        texts.put("setup.sh", "rm -rf /");
        assertThatThrownBy(() -> RulePack.of("battery", texts))
                .isInstanceOf(PackException.class)
                .hasMessageContaining("battery/setup.sh: this is not allowed in a pack");
    }

    @Test
    void theLinesOfAnAssessmentReadAsInTheReadme() {
        Screener screener = Screener.of(PACK);
        for (Assessment one : screener.screen(built()).assessments()) {
            assertThat(one.projectName() + " in " + one.cityName()).endsWith(" in Northport");
        }
    }

    @Test
    void aFigureWithAnotherUnitThanDeclaredIsRejected() {
        RulePack pack = RulePack.load(Path.of("..", "rules", "data-centre"));
        Universe universe = Universe.builder(pack.vocabulary())
                .project(Project.builder("hall", "Hall").set("itLoad", Figure.exactly(3, Unit.of("GW", "吉瓦"))))
                .project(Project.builder("shed", "Shed").set("itLoad", Figure.exactly(3, Unit.of("MW", "兆瓦"))))
                .build();
        assertThat(universe.problems())
                .extracting(problem -> problem.what().toString())
                .containsExactly("`3 GW` is not in MW");
        assertThat(universe.called("projects").keySet()).contains("shed");
    }
}
