package dev.winnow.model.universe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.ShippedFacts;
import dev.winnow.model.domain.Demand;
import dev.winnow.model.domain.LeadUser;
import dev.winnow.model.domain.Milestone;
import dev.winnow.model.domain.Project;
import dev.winnow.model.source.Document;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.StartOfList;
import dev.winnow.model.value.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UniverseTest {

    private static final String HEADER = "universe: {name: wind-power, title: Wind power, asOf: 2025-06-30}\n";

    @Test
    void aListMayBeTheStartOfALongerOne() {
        Universe universe = Universe.parse(ShippedFacts.VOCABULARY, Map.of("u.yaml", """
            universe: {name: coast, asOf: 2024-01-01}
            projects:
              - {id: gale, links: [blades], needs: {value: [demand], more: true}, coInvestors: {value: [Harbour], more: false}}
            """));
        assertThat(universe.problems()).isEmpty();
        Project project = universe.inHindsight(universe.asOf()).project("gale");
        assertThat(project.declared().texts("needs")).isEqualTo(StartOfList.of(List.of("demand")));
        assertThat(Figure.size(project.declared().texts("needs"))).hasToString("over 1");
        assertThat(project.declared().texts("coInvestors")).isEqualTo(List.of("Harbour"));
        assertThat(StartOfList.mayHoldMore(project.links())).isFalse();
    }

    @Test
    void aUniverseHasItsHeader() {
        Universe universe = universe("");
        assertThat(universe.name()).isEqualTo("wind-power");
        assertThat(universe.title()).isEqualTo("Wind power");
        assertThat(universe.asOf()).isEqualTo("2025-06-30");
        assertThat(universe.illustrative()).isFalse();
        assertThat(universe.problems()).isEmpty();
    }

    @Test
    void allMoneyOfAUniverseIsInItsCurrency() {
        Universe universe = Universe.parse(ShippedFacts.VOCABULARY, Map.of("u.yaml", """
            universe: {name: wind-power, asOf: 2025-06-30, currency: USD}
            cities: [{id: northport, demands: [{endMarket: offshore, annualOutput: over $3 bn}]}]
            projects: [{id: gale, name: Gale, investment: about 2 bn USD, loans: {value: 300, unit: mn USD}}]
            """));
        assertThat(universe.problems()).isEmpty();
        assertThat(universe.money()).isEqualTo(Unit.USD);
        Project project = universe.asOf(universe.asOf(), true).projects().get(0);
        assertThat(project.investment()).hasToString("about 2 bn USD");
        assertThat(project.declared().figure("loans")).hasToString("300 mn USD");
        assertThat(universe("").money()).isEqualTo(Unit.MONEY);
    }

    @Test
    void factsAboutAProgrammeMayBeUnknown() {
        Project project = project("""
            projects:
              - {id: gale, name: Gale, directFunding: 300 mn yuan, childCarePlan: true, upsideSharing: false}
            """);
        assertThat(project.declared().figure("directFunding")).hasToString("300 mn yuan");
        assertThat(project.declared().figure("loans")).isNull();
        assertThat(project.declared().flag("childCarePlan")).isTrue();
        assertThat(project.declared().flag("upsideSharing")).isFalse();
        assertThat(project.declared().flag("workforcePlan")).isNull();
        assertThat(project.declared().flag("guardrailsAccepted")).isNull();
    }

    @Test
    void stepsOfBuildingAndOfAProgrammeAreEachInTheirOwnOrder() {
        assertThat(universe("""
            projects:
              - id: gale
                milestones:
                  - {step: production, reached: 2024-12-31}
                  - {step: preliminary-terms, reached: 2024-04-08}
                  - {step: landed, reached: 2020-05-15}
                  - {step: award, reached: 2024-11-15}
            """).problems()).isEmpty();
    }

    @Test
    void everyComponentOfAProjectIsRead() {
        Project project = project("""
            projects:
              - id: gale
                name: Gale Towers
                owner: Gale
                city: northport
                decided: 2021
                track: wind
                links: [towers]
                endMarkets: [offshore, onshore]
                subTracks: []
                coInvestors: [Harbour Works]
                investment: about 2 bn yuan
                yieldRate: 97 %
                domesticEquipmentRate: over 70 %
                linkedFirms: 12
                claimsScale: true
            """);
        assertThat(project.owner()).isEqualTo("Gale");
        assertThat(project.decided()).isEqualTo("2021-01-01");
        assertThat(project.endMarkets()).containsExactly("offshore", "onshore");
        assertThat(project.declared().texts("subTracks")).isEmpty();
        assertThat(project.declared().texts("committedBuyers")).isNull();
        assertThat(project.investment()).hasToString("about 2 bn yuan");
        assertThat(project.declared().figure("domesticEquipmentRate")).hasToString("over 70 %");
        assertThat(project.fundingNeed()).isNull();
        assertThat(project.declared().flag("claimsScale")).isTrue();
        assertThat(project.declared().flag("claimsScarcity")).isNull();
    }

    @Test
    void aProjectWithoutANameIsCalledByItsId() {
        assertThat(project("projects: [{id: gale}]").name()).isEqualTo("gale");
    }

    @Test
    void aValueStatedAsUnknownIsTheSameAsAMissingOne() {
        Project project = project("projects: [{id: gale, yieldRate: unknown, links: ~, investment: {value: null}}]");
        assertThat(project.declared().figure("yieldRate")).isNull();
        assertThat(project.links()).isNull();
        assertThat(project.investment()).isNull();
    }

    @Test
    void theLatestValueAtOrBeforeTheDayCounts() {
        Universe universe = universe("""
            projects:
              - id: gale
                yieldRate:
                  - {value: 80 %, asOf: 2020-06-30}
                  - {value: 90 %, asOf: 2022-12}
            """);
        assertThat(yieldRate(universe, "2020-06-29")).isNull();
        assertThat(yieldRate(universe, "2020-06-30")).hasToString("80 %");
        assertThat(yieldRate(universe, "2022-12-30")).hasToString("80 %");
        assertThat(yieldRate(universe, "2022-12-31")).hasToString("90 %");
    }

    @Test
    void aStatementWithoutADateCountsFromThatOfItsRowItsOwnerOrItsSource() {
        Universe universe = universe("""
            sources: [{id: almanac, date: 2024-03-01}]
            projects:
              - {id: gale, yieldRate: {value: 80 %, source: almanac § 2}}
              - {id: lull, asOf: 2019, yieldRate: {value: 80 %, source: almanac § 2}}
              - {id: mist, yieldRate: 80 %}
            """);
        Facts before = universe.asOf(LocalDate.parse("2019-12-30"), true);
        Facts then = universe.asOf(LocalDate.parse("2019-12-31"), true);
        Facts after = universe.asOf(LocalDate.parse("2024-03-01"), true);
        assertThat(before.projects())
                .extracting(project -> project.declared().figure("yieldRate"))
                .filteredOn(Objects::nonNull)
                .hasSize(1);
        assertThat(then.project("gale").declared().figure("yieldRate")).isNull();
        assertThat(then.project("lull").declared().figure("yieldRate")).isNotNull();
        assertThat(after.project("gale").declared().figure("yieldRate")).isNotNull();
        assertThat(before.project("mist").declared().figure("yieldRate")).isNotNull();
    }

    @Test
    void aFigureHasTheEvidenceOfItsStatement() {
        Project project = project("""
            projects:
              - id: gale
                source: harbour board
                yieldRate: {value: 80 %, asOf: 2020, note: by weight}
            """);
        assertThat(project.declared().figure("yieldRate").evidence())
                .isEqualTo(new Evidence("harbour board", LocalDate.parse("2020-12-31"), false, "by weight"));
    }

    @Test
    void hindsightCountsOnlyOnRequest() {
        Universe universe = universe("projects: [{id: gale, yieldRate: {value: 80 %, asOf: 2020, hindsight: true}}]");
        LocalDate day = LocalDate.parse("2025-01-01");
        assertThat(universe.asOf(day, true).project("gale").declared().figure("yieldRate"))
                .isNotNull();
        assertThat(universe.asOf(day, false).project("gale").declared().figure("yieldRate"))
                .isNull();
    }

    @Test
    void hindsightKeepsTheDayAndAddsLaterKnowledge() {
        Universe universe = universe("""
            universe: {name: wind, asOf: 2025-06-30}
            cities:
              - {id: northport, firmCount: [{value: 3, asOf: 2000}, {value: 40, asOf: 2020}]}
            projects:
              - id: gale
                yieldRate: [{value: 80 %, asOf: 2000}, {value: 55 %, asOf: 2020, hindsight: true}]
                consortium: {value: false, asOf: 2026, hindsight: true}
                cidm: {value: true, hindsight: true}
            """);
        Facts facts = universe.inHindsight(LocalDate.parse("2010-01-01"));
        assertThat(facts.asOf()).isEqualTo("2010-01-01");
        assertThat(facts.city("northport").declared().figure("firmCount").low())
                .as("the city of the day")
                .isEqualTo(Amount.of(3));
        assertThat(facts.project("gale").declared().figure("yieldRate").low())
                .as("the project as it turned out")
                .isEqualTo(Amount.of("0.55"));
        assertThat(facts.project("gale").declared().flag("cidm")).isTrue();
        assertThat(facts.project("gale").declared().flag("consortium"))
                .as("learnt after the universe's own day")
                .isNull();
        assertThat(universe.asOf(LocalDate.parse("2010-01-01"), true)
                        .project("gale")
                        .declared()
                        .figure("yieldRate")
                        .low())
                .as("another view of the same day")
                .isEqualTo(Amount.of("0.8"));
        assertThat(universe.inHindsight(universe.asOf()).project("gale"))
                .as("equal on the universe's own day")
                .isEqualTo(universe.asOf(universe.asOf(), true).project("gale"));
    }

    @Test
    void figuresOfTheSameDayMakeTheirHullAndTheConflictIsListed() {
        Universe universe = universe("""
            projects:
              - id: gale
                yieldRate:
                  - {value: 90 %, asOf: 2022, source: owner}
                  - {value: over 70 %, asOf: 2022, source: paper}
            """);
        Figure figure = yieldRate(universe, "2025-01-01");
        assertThat(figure.low()).isEqualTo(Amount.of("0.7"));
        assertThat(figure.high()).isEqualTo(Amount.UNBOUNDED);
        assertThat(figure.evidence().source()).isEqualTo("owner");
        assertThat(universe.problems()).isEmpty();
        assertThat(universe.conflicts())
                .extracting(Problem::toString)
                .containsExactly(
                        "u.yaml:6:17: `yieldRate` of the project `gale` is over 70 % here and 90 % at u.yaml:5:17, "
                                + "both as of 2022-12-31; it counts as over 70 %");
    }

    @Test
    void otherValuesOfTheSameDayMustAgreeToBeKnown() {
        Universe universe = universe("""
            projects:
              - id: gale
                track: [{value: wind, asOf: 2022}, {value: water, asOf: 2022}]
                links: [{value: [towers, blades], asOf: 2022}, {value: [blades, towers], asOf: 2022}]
            """);
        Project project = universe.asOf(universe.asOf(), true).project("gale");
        assertThat(project.track()).isNull();
        assertThat(project.links()).containsExactly("blades", "towers");
        assertThat(universe.conflicts()).hasSize(1);
    }

    @Test
    void sourcesThatDateAStepDifferentlyAreListedAndTheEarlierDayCounts() {
        Universe universe = universe("""
            projects:
              - id: gale
                milestones:
                  - {step: production, reached: 2019-12-31, source: contract}
                  - {step: production, reached: 2018, source: paper}
            """);
        assertThat(universe.asOf(LocalDate.parse("2019-01-01"), true).milestones("gale"))
                .hasSize(1);
        assertThat(universe.problems()).isEmpty();
        assertThat(universe.conflicts())
                .extracting(Problem::toString)
                .containsExactly("u.yaml:5:37: `production` of the project `gale` is reached 2019-12-31 here and "
                        + "2018-12-31 at u.yaml:6:37, by another source; it counts from the earlier day");
    }

    @Test
    void twoStatementsOfOneSourceAreNotAConflict() {
        Universe universe = universe("""
            projects:
              - id: gale
                source: paper
                milestones:
                  - {step: production, reached: 2018}
                  - {step: production, reached: 2020}
            """);
        assertThat(universe.conflicts()).isEmpty();
    }

    @Test
    void aBoundMayBeGivenBesideTheValue() {
        Project project = project("""
            projects:
              - {id: gale, investment: {value: 2, unit: bn yuan, bound: at-least}}
            """);
        assertThat(project.investment()).hasToString("over 2 bn yuan");
    }

    @Test
    void aRowIsKnownFromItsOwnDayOrThatOfAnyStatementAboutIt() {
        Universe universe = universe("""
            cities:
              - id: northport
                asOf: 2024
                demands:
                  - {endMarket: offshore, asOf: 2020, annualOutput: 3 bn yuan}
                  - {endMarket: onshore, annualOutput: {value: 1 bn yuan, asOf: 2021}, annualUnits: 40}
            """);
        assertThat(universe.asOf(LocalDate.parse("2020-12-30"), true).rows("northport"))
                .isEmpty();
        assertThat(universe.asOf(LocalDate.parse("2020-12-31"), true).rows("northport"))
                .hasSize(1);
        List<Object> rows = universe.asOf(LocalDate.parse("2021-12-31"), true).rows("northport");
        assertThat(rows).hasSize(2);
        assertThat(((Demand) rows.get(1)).annualUnits()).isNull();
    }

    @Test
    void rowsAreSortedByTypeThenKey() {
        Facts facts = facts("""
            cities:
              - id: northport
                leadUsers: [{firm: Zephyr, endMarket: offshore}, {firm: Aeolus, endMarket: offshore}]
                demands: [{endMarket: onshore}, {endMarket: offshore}]
            """);
        assertThat(facts.rows("northport"))
                .extracting(row -> row instanceof Demand demand ? demand.endMarket() : ((LeadUser) row).firm())
                .containsExactly("offshore", "onshore", "Aeolus", "Zephyr");
    }

    @Test
    void aListIsIncompleteUnlessTheCityDeclaresItCompleteFromADay() {
        Universe universe = universe("""
            cities:
              - {id: northport, complete: {demands: 2024}}
              - {id: southport, complete: [demands]}
            """);
        Facts before = universe.asOf(LocalDate.parse("2024-12-30"), true);
        Facts then = universe.asOf(LocalDate.parse("2024-12-31"), true);
        assertThat(before.complete("northport", "demands")).isFalse();
        assertThat(then.complete("northport", "demands")).isTrue();
        assertThat(then.complete("northport", "funds")).isFalse();
        assertThat(before.complete("southport", "demands")).isFalse();
        assertThat(universe.asOf(universe.asOf(), true).complete("southport", "demands"))
                .isTrue();
    }

    @Test
    void completenessSaysNothingOfDaysBeforeItsStatement() {
        Universe universe = universe("""
            sources: [{id: survey, title: Survey, date: 2020-06-30}]
            cities:
              - {id: northport, asOf: 2019-03-01, source: survey, complete: [demands]}
              - {id: southport, source: survey, complete: [demands]}
              - {id: eastport, complete: [demands]}
              - {id: westport, complete: [demands, {funds: 2018-01-01}]}
            """);
        assertThat(universe.problems()).isEmpty();
        Map<String, String> since = Map.of(
                "northport",
                "2019-03-01",
                "southport",
                "2020-06-30",
                "eastport",
                "2025-06-30",
                "westport",
                "2025-06-30");
        since.forEach((city, day) -> {
            LocalDate first = LocalDate.parse(day);
            assertThat(universe.asOf(first, true).complete(city, "demands")).isTrue();
            assertThat(universe.asOf(first.minusDays(1), true).complete(city, "demands"))
                    .isFalse();
        });
        assertThat(universe.asOf(LocalDate.parse("2018-01-01"), true).complete("westport", "funds"))
                .isTrue();
    }

    @Test
    void aRowWithAProblemIsLeftOutAndItsListIsIncomplete() {
        Universe universe = universe("""
            cities:
              - id: northport
                complete: [demands, funds]
                demands: [{endMarket: offshore}, {endMarket: onshore, annualOutput: 3}]
            """);
        Facts facts = universe.asOf(universe.asOf(), true);
        assertThat(universe.problems()).hasSize(1);
        assertThat(facts.rows("northport")).hasSize(1);
        assertThat(facts.complete("northport", "demands")).isFalse();
        assertThat(facts.complete("northport", "funds")).isTrue();
    }

    @Test
    void aCityWithABadPropertyOfItsOwnIsLeftOut() {
        Universe universe = universe("cities: [{id: northport, firmCount: many}, {id: southport}]");
        assertThat(universe.cityIds()).containsExactly("southport");
    }

    @Test
    void milestonesCountFromTheDayTheyWereReached() {
        Universe universe = universe("""
            sources: [{id: almanac, date: 2025-01-01}]
            projects:
              - id: gale
                source: almanac
                milestones: [{step: production, reached: 2022}, {step: landed, reached: 2020-05}]
            """);
        assertThat(universe.asOf(LocalDate.parse("2021-01-01"), false).milestones("gale"))
                .extracting(Milestone::step, Milestone::reached)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("landed", LocalDate.parse("2020-05-31")));
        assertThat(universe.asOf(LocalDate.parse("2022-12-31"), false).milestones("gale"))
                .extracting(Milestone::step)
                .containsExactly("landed", "production");
    }

    @Test
    void aPartialDateNeverRunsBackwards() {
        assertThat(universe("""
            projects:
              - {id: gale, milestones: [{step: landed, reached: 2020}, {step: production, reached: 2020-05-01}]}
            """).problems()).isEmpty();
    }

    @Test
    void aUniverseWithoutAHeaderIsReadAsOfTheLatestDateFound() {
        Universe universe = Universe.parse(ShippedFacts.VOCABULARY, Map.of("u.yaml", """
            projects:
              - {id: gale, decided: 2020-02-02, yieldRate: {value: 90 %, asOf: 2023-05-05}}
            """));
        assertThat(universe.problems()).hasSize(1);
        assertThat(universe.asOf()).isEqualTo("2023-05-05");
        assertThat(universe.projectIds()).containsExactly("gale");
    }

    @Test
    void documentsBuiltInMemoryNeedNoHeader() {
        List<Problem> problems = new ArrayList<>();
        Node document = Document.parse("case.yaml", "projects: [{id: gale, investment: 3}]", problems);
        Universe universe = Universe.of(ShippedFacts.VOCABULARY, Objects.requireNonNull(document));
        assertThat(universe.problems())
                .extracting(problem -> problem.place().toString())
                .containsExactly("case.yaml:1:35");
    }

    @Test
    void aProjectIsFoundByIdNameOrAWordOfItsName() {
        Universe universe = universe("projects: [{id: gale, name: Gale 大风}, {id: lull, name: Lull Works, zh: 静厂}]");
        assertThat(universe.findProject("gale")).isEqualTo("gale");
        assertThat(universe.findProject("大风")).isEqualTo("gale");
        assertThat(universe.findProject("lull works")).isEqualTo("lull");
        assertThat(universe.findProject("静厂")).isEqualTo("lull");
        assertThat(universe.findProject("mist")).isNull();
    }

    @Test
    void orderOfFilesAndRowsChangesNothing(@TempDir Path folder) throws IOException {
        String projects =
                "projects:\n  - {id: gale, city: northport, decided: 2020, links: [towers]}\n  - {id: lull}\n";
        String turned = "projects:\n  - {id: lull}\n  - {links: [towers], decided: 2020, city: northport, id: gale}\n";
        String rest = "chains: [{id: wind, links: [{id: towers, stage: making}]}]\ncities: [{id: northport}]\n";
        Files.writeString(folder.resolve("a.yaml"), HEADER + projects);
        Files.writeString(folder.resolve("b.yaml"), rest);
        Universe one = Universe.read(ShippedFacts.VOCABULARY, folder);
        Universe other =
                Universe.parse(ShippedFacts.VOCABULARY, Map.of("a.yaml", rest, "z.yaml", turned, "m.yaml", HEADER));
        Facts left = one.asOf(one.asOf(), true);
        Facts right = other.asOf(other.asOf(), true);
        assertThat(one.problems()).isEmpty();
        assertThat(left.projects()).isEqualTo(right.projects());
        assertThat(left.presences("northport", null)).isEqualTo(right.presences("northport", null));
    }

    @Test
    void theDigestDependsOnContentsOnly(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("inner/.hidden"));
        Files.writeString(folder.resolve("inner/u.yaml"), HEADER);
        String digest = Universe.read(ShippedFacts.VOCABULARY, folder).digest();
        Files.writeString(folder.resolve("README.md"), "not data");
        Files.writeString(folder.resolve("inner/.hidden/x.yaml"), "not data either");
        assertThat(Universe.read(ShippedFacts.VOCABULARY, folder).digest())
                .isEqualTo(digest)
                .hasSize(64);
        Files.writeString(folder.resolve("more.yaml"), "projects: []");
        assertThat(Universe.read(ShippedFacts.VOCABULARY, folder).digest()).isNotEqualTo(digest);
    }

    @Test
    void ownCandidatesAreAddedAndReplaceNothing(@TempDir Path folder) throws IOException {
        Universe universe = universe("projects: [{id: gale, name: Gale}]");
        Path file = folder.resolve("mine.yaml");
        Files.writeString(file, "projects: [{id: mine, illustrative: true}, {id: gale, name: Other}]");
        Universe both = universe.and(file);
        assertThat(both.projects())
                .extracting(Universe.ProjectEntry::id, Universe.ProjectEntry::own, Universe.ProjectEntry::illustrative)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("gale", false, false),
                        org.assertj.core.groups.Tuple.tuple("mine", true, true));
        assertThat(both.problems())
                .extracting(problem -> problem.what().toString())
                .containsExactly("the project `gale` is given already at u.yaml:2:17");
        assertThat(universe.projectIds()).containsExactly("gale");
    }

    @Test
    void missingPathsAreProblemsNotExceptions() {
        Universe universe = Universe.read(ShippedFacts.VOCABULARY, Path.of("no/such/place"));
        assertThat(universe.problems())
                .extracting(Problem::toString)
                .containsExactly("no/such/place: there is no such file or folder");
    }

    @Test
    void aMissingFolderIsNamedWithTheOneBesideIt(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("semiconductor"));
        Path missing = folder.resolve("semiconducter");
        assertThat(Universe.read(ShippedFacts.VOCABULARY, missing).problems())
                .extracting(Problem::toString)
                .containsExactly(shown(missing) + ": there is no such file or folder\n   | did you mean `"
                        + shown(folder.resolve("semiconductor")) + "`?");
    }

    @Test
    void aMissingFileIsAFile() {
        assertThat(Universe.read(ShippedFacts.VOCABULARY, Path.of("no", "such.yaml"))
                        .problems())
                .extracting(Problem::toString)
                .containsExactly("no/such.yaml: there is no such file");
    }

    @Test
    void anEmptyPathIsNotTheWorkingDirectory() {
        assertThat(Universe.read(ShippedFacts.VOCABULARY, Path.of("")).problems())
                .extracting(Problem::toString)
                .containsExactly(".: an empty path names no universe\n   | write `.` for this folder");
    }

    private static String shown(Path path) {
        return path.toString().replace('\\', '/');
    }

    @Test
    void theSameDayGivesTheSameFacts() {
        Universe universe = universe("projects: [{id: gale}]");
        assertThat(universe.asOf(universe.asOf(), true)).isSameAs(universe.asOf(universe.asOf(), true));
    }

    private static Universe universe(String content) {
        Map<String, String> files = new HashMap<>();
        files.put("u.yaml", HEADER + content);
        return Universe.parse(ShippedFacts.VOCABULARY, files);
    }

    private static Facts facts(String content) {
        Universe universe = universe(content);
        assertThat(universe.problems()).isEmpty();
        return universe.asOf(universe.asOf(), true);
    }

    private static Project project(String content) {
        return facts(content).projects().get(0);
    }

    private static Figure yieldRate(Universe universe, String day) {
        return universe.asOf(LocalDate.parse(day), true)
                .project("gale")
                .declared()
                .figure("yieldRate");
    }
}
