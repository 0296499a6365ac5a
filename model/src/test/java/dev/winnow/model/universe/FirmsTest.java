package dev.winnow.model.universe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.ShippedFacts;
import dev.winnow.model.domain.DeclaredRow;
import dev.winnow.model.domain.Firm;
import dev.winnow.model.domain.LeadUser;
import dev.winnow.model.domain.Project;
import dev.winnow.model.internal.history.Dossier;
import dev.winnow.model.result.Citation;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Problem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A declared firm counts under one name, whichever of its names is used. */
class FirmsTest {

    private static final String FIRMS = """
        universe: {name: appliances, asOf: 2025-06-30}
        sources: [{id: register, date: 2024-05-01}]
        firms:
          - {id: haier, name: Haier 海尔, aliases: [Haier Group], source: register}
          - {id: hisense, name: {en: Hisense, zh: 海信}}
        """;

    private static Universe universe(String more) {
        return Universe.parse(
                ShippedFacts.VOCABULARY,
                more.isEmpty() ? Map.of("firms.yaml", FIRMS) : Map.of("firms.yaml", FIRMS, "more.yaml", more));
    }

    private static Project project(String facts) {
        Universe universe = universe("projects: [{id: chip, " + facts + "}]");
        assertThat(universe.problems()).isEmpty();
        return Objects.requireNonNull(universe.asOf(universe.asOf(), true).project("chip"), facts);
    }

    private static String conflicts(Universe universe) {
        assertThat(universe.problems()).isEmpty();
        return universe.conflicts().stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }

    @Test
    void everyNameOfAFirmMeansThatFirm() {
        Project project = project("""
            owner: haier, coInvestors: [海信, Apple], committedBuyers: {value: [Haier 海尔, Ａpple]},
            technologyPartners: [{value: [Hisense], asOf: 2020}, {value: [Hisense 海信], asOf: 2021}]\
            """);
        assertThat(project.owner()).isEqualTo("Haier 海尔");
        assertThat(project.declared().texts("coInvestors")).containsExactly("Hisense", "Apple");
        assertThat(project.declared().texts("committedBuyers")).containsExactly("Haier 海尔", "Ａpple");
        assertThat(project.declared().texts("technologyPartners")).containsExactly("Hisense");
    }

    @Test
    void theListsOfACityUseTheNameOfTheFirm() {
        Universe universe = universe("""
            cities:
              - id: qingdao
                leadUsers: [{firm: 海尔, endMarket: appliances}]
                firms: [{name: Haier Group}, {name: Aucma}]
                domesticSupplies: [{link: design, suppliers: [Hisense 海信]}]
            """);
        assertThat(universe.problems()).isEmpty();
        List<Object> rows = universe.asOf(universe.asOf(), true).rows("qingdao");
        assertThat(rows)
                .filteredOn(LeadUser.class::isInstance)
                .extracting("firm")
                .containsExactly("Haier 海尔");
        assertThat(rows).filteredOn(Firm.class::isInstance).extracting("name").containsExactly("Aucma", "Haier 海尔");
        assertThat(rows)
                .filteredOn(row ->
                        row instanceof DeclaredRow declared && declared.type().equals("DomesticSupply"))
                .extracting(row -> ((DeclaredRow) row).values().texts("suppliers"))
                .containsExactly(List.of("Hisense"));
    }

    @Test
    void aNameThatResemblesAFirmIsReportedAndKept() {
        Universe universe = universe("projects: [{id: chip, owner: Hayer}]");
        assertThat(conflicts(universe)).isEqualTo("""
            more.yaml:1:30: `Hayer` is not a name of a firm in `firms`; it counts as another firm
               |   projects: [{id: chip, owner: Hayer}]
               |                                ^^^^^ did you mean `Haier`?\
            """);
        assertThat(universe.asOf(universe.asOf(), true).projects())
                .extracting(Project::owner)
                .containsExactly("Hayer");
    }

    @Test
    void namesOfTwoFirmsSideBySideAreReported() {
        assertThat(conflicts(universe("projects: [{id: chip, coInvestors: [Haier 海信]}]")))
                .isEqualTo("""
                    more.yaml:1:37: `Haier 海信` joins names of two firms, `Haier 海尔` and `Hisense`; it counts as another firm
                       |   projects: [{id: chip, coInvestors: [Haier 海信]}]
                       |                                       ^^^^^^^^^^\
                    """);
    }

    @Test
    void aFirmThatAListNamesTwiceCountsOnce() {
        Universe universe = universe("projects: [{id: chip, coInvestors: [Haier, 海尔]}]");
        assertThat(conflicts(universe)).isEqualTo("""
            more.yaml:1:44: `coInvestors` names one firm as `Haier` and as `海尔`; it counts once
               |   projects: [{id: chip, coInvestors: [Haier, 海尔]}]
               |                                              ^^^^\
            """);
        assertThat(universe.asOf(universe.asOf(), true)
                        .projects()
                        .get(0)
                        .declared()
                        .texts("coInvestors"))
                .containsExactly("Haier 海尔");
    }

    @Test
    void oneRowOfACityIsNotTwoByTwoNames() {
        Universe universe = universe("""
            cities:
              - id: qingdao
                complete: [leadUsers]
                leadUsers: [{firm: Haier, endMarket: appliances}, {firm: 海尔, endMarket: appliances}]
            """);
        assertThat(universe.problems()).extracting(Problem::toString).containsExactly("""
            more.yaml:4:62: `Haier 海尔, appliances` is already in `leadUsers`, at more.yaml:4:24
               |   leadUsers: [{firm: Haier, endMarket: appliances}, {firm: 海尔, endMarket: appliances}]
               |                                                            ^^^^ use one row with several dated values\
            """);
    }

    @Test
    void anOwnerIsNotItsOwnTechnologyPartnerByAnotherName() {
        assertThat(universe("projects: [{id: chip, owner: Haier, technologyPartners: [海尔]}]")
                        .problems())
                .extracting(Problem::toString)
                .containsExactly("""
                    more.yaml:1:58: `technologyPartners` contains `海尔`, which is also in `owner`
                       |   projects: [{id: chip, owner: Haier, technologyPartners: [海尔]}]
                       |                                                            ^^^^\
                    """);
    }

    @Test
    void sourcesThatUseDifferentNamesOfAFirmAgree() {
        assertThat(conflicts(universe("""
            projects:
              - {id: chip, coInvestors: [{value: [Haier], source: a, asOf: 2020}, {value: [海尔], source: b, asOf: 2020}]}
            """))).isEmpty();
    }

    @Test
    void ownCandidatesMayNameAndDeclareFirms() {
        Universe universe = universe("").and(Map.of("own.yaml", """
            firms: [{id: aucma, name: Aucma, aliases: [澳柯玛]}]
            projects: [{id: chip, owner: 澳柯玛, coInvestors: [海尔]}]
            """));
        assertThat(universe.problems()).isEmpty();
        Project project = universe.asOf(universe.asOf(), true).projects().get(0);
        assertThat(project.owner()).isEqualTo("Aucma");
        assertThat(project.declared().texts("coInvestors")).containsExactly("Haier 海尔");
    }

    @Test
    void anEntryWithoutANameAddsItsAliasesFromAnotherFile() {
        Universe universe = Universe.parse(
                ShippedFacts.VOCABULARY,
                Map.of("a.yaml", "firms: [{id: haier, aliases: [Haier Smart Home, FAW]}]", "b.yaml", """
                    universe: {name: appliances, asOf: 2025-06-30}
                    firms: [{id: haier, name: Haier 海尔}, {id: faw, name: FAW 一汽}]
                    """));
        assertThat(universe.firmNames().canonical("haier smart home")).isEqualTo("Haier 海尔");
        assertThat(universe.problems()).extracting(Problem::toString).containsExactly("""
                    a.yaml:1:49: `FAW` is already a name of the firm `faw`, at b.yaml:2:54
                       |   firms: [{id: haier, aliases: [Haier Smart Home, FAW]}]
                       |                                                   ^^^ if they are one firm, give it one id""");
    }

    @Test
    void aFirmHasANamePerLanguage() {
        Universe universe = universe("");
        assertThat(universe.names().of("firms", "Haier 海尔", Language.EN)).isEqualTo("Haier");
        assertThat(universe.names().of("firms", "Haier 海尔", Language.ZH)).isEqualTo("海尔");
        assertThat(universe.names().of("firms", "Hisense", Language.EN)).isEqualTo("Hisense");
        assertThat(universe.names().of("firms", "Hisense", Language.ZH)).isEqualTo("海信");
        assertThat(universe.names().of("firms", "Apple", Language.ZH)).isEqualTo("Apple");
    }

    @Test
    void theDossierOfAFirmListsItsNamesAndStatements() {
        Universe universe = universe("facts: [{subject: 海尔, about: rank, figure: 1, source: register}]");
        assertThat(universe.problems()).isEmpty();
        Dossier haier = universe.dossiers(universe.asOf(), true).stream()
                .filter(dossier -> dossier.id().equals("haier"))
                .findFirst()
                .orElseThrow();
        assertThat(haier.kind()).isEqualTo("firm");
        assertThat(haier.name()).isEqualTo("Haier 海尔");
        assertThat(haier.stated())
                .extracting(Citation::property, Citation::value)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("aliases", "Haier, 海尔, Haier Group"),
                        org.assertj.core.groups.Tuple.tuple("rank", "1"));
        assertThat(haier.stated().get(0).evidence().asOf()).isEqualTo("2024-05-01");
    }

    @Test
    void aChangedNameIsAnEditThatCanBeUndone() {
        String row = "projects: [{id: chip, owner: Chipper}]\ncities: [{id: qingdao}]";
        Universe old = universe(row);
        Universe recent = Universe.parse(
                ShippedFacts.VOCABULARY,
                Map.of("firms.yaml", FIRMS.replace("[Haier Group]", "[Haier Group, Chipper]"), "more.yaml", row));
        UniverseEdits edits = UniverseEdits.between(old, recent);
        assertThat(edits.list()).extracting(UniverseEdit::key).containsExactly("firm haier");
        assertThat(edits.bears(edits.list().get(0), "chip", "qingdao")).isTrue();
        assertThat(owner(edits.undoing(List.of(), "chip", "qingdao"))).isEqualTo("Haier 海尔");
        assertThat(owner(edits.undoing(edits.list(), "chip", "qingdao"))).isEqualTo("Chipper");
    }

    @Test
    void anotherSourceOfItsNamesIsNotAnEdit() {
        Universe recent = Universe.parse(
                ShippedFacts.VOCABULARY, Map.of("firms.yaml", FIRMS.replace(", source: register}", "}")));
        assertThat(UniverseEdits.between(universe(""), recent).list()).isEmpty();
        assertThat(UniverseEdits.between(universe(""), recent).words()).hasSize(1);
    }

    private static String owner(Universe universe) {
        return String.valueOf(
                universe.asOf(universe.asOf(), true).projects().get(0).owner());
    }
}
