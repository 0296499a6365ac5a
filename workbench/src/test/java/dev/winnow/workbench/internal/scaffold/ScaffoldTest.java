package dev.winnow.workbench.internal.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.engine.RulePack;
import dev.winnow.language.PackException;
import dev.winnow.language.internal.pack.Check;
import dev.winnow.model.source.Language;
import dev.winnow.model.value.Unit;
import dev.winnow.workbench.internal.edit.Draft;
import dev.winnow.workbench.internal.edit.Draft.Change;
import dev.winnow.workbench.internal.edit.RuleFormat;
import dev.winnow.workbench.internal.lint.Lint;
import dev.winnow.workbench.internal.lint.Remark;
import dev.winnow.workbench.internal.scaffold.Scaffold.NewCriterion;
import dev.winnow.workbench.internal.scaffold.Scaffold.NewFact;
import dev.winnow.workbench.internal.scaffold.Scaffold.NewList;
import dev.winnow.workbench.internal.scaffold.Scaffold.NewRule;
import dev.winnow.workbench.internal.testing.CaseRunner;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A scaffold works immediately, and existing content stays. */
class ScaffoldTest {

    @TempDir
    private Path folder;

    @Test
    void aNewPackWorks() throws IOException {
        Path pack = folder.resolve("policies").resolve("my-policy");
        Scaffold.pack(pack, Unit.MONEY).write();
        works(pack, "market-large-enough", "yield-high-enough");
        isLaidOut(pack);
        assertThat(RulePack.load(pack).criteria()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"award", "award-share", "knock-out", "red-flag", "cap", "note", "suggest"})
    void aRuleOfEveryVerbWorksAndSoDoesTheNext(String verb) throws IOException {
        Path pack = copy(Path.of("..", "rules", verb.contains("-") ? "battery" : "semiconductor"));
        Map<String, String> before = contents(pack);
        Scaffold.rule(pack, new NewRule("first-new", "demand-pull", verb, null)).write();
        Scaffold.rule(pack, new NewRule("second-new", "chain-action", verb, null))
                .write();
        works(pack, "first-new", "second-new");
        isLaidOut(pack);
        keeps(before, contents(pack));
    }

    @ParameterizedTest
    @CsvSource({
        "number, water-use-high-enough",
        "share, water-use-high-enough",
        "money, water-use-high-enough",
        "years, water-use-high-enough",
        "yes/no, water-use-stated",
    })
    void aFactIsDeclaredWithARuleThatReadsIt(String is, String rule) throws IOException {
        Path pack = copy(Path.of("..", "rules", "battery"));
        Map<String, String> before = contents(pack);
        Scaffold.fact(pack, new NewFact("waterUse", "project", is, null, "用水量", "technology"))
                .write();
        works(pack, rule);
        isLaidOut(pack);
        keeps(before, contents(pack));
        assertThat(RulePack.load(pack).vocabulary().words("project", "waterUse", Language.ZH))
                .isEqualTo("用水量");
        assertThat(Scaffold.fact(pack, new NewFact("waterUse", "project", is, null, null, "technology"))
                        .complaint())
                .hasToString("a project already has `waterUse`; use another name");
    }

    @Test
    void aRuleOverANumberWithADeclaredUnitHasALimitOfThatUnit() throws IOException {
        Path pack = copy(Path.of("..", "rules", "battery"));
        Path vocabulary = pack.resolve("vocabulary.yaml");
        String power = "  furnacePower: {is: number, unit: {en: kW, zh: 千瓦}, name: {en: furnace power, zh: 炉功率}}";
        Files.writeString(
                vocabulary, Files.readString(vocabulary).replaceFirst("(?m)^project:$", "project:\n" + power));
        Scaffold.rule(pack, new NewRule("strong-furnace", "technology", "award", null))
                .write();
        works(pack, "strong-furnace");
        assertThat(Files.readString(pack.resolve("limits.yaml"))).contains("10 kW");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "project | date | water-use-met",
                "project | text | water-use-met",
                "project | rating 1–5 | water-use-high-enough",
                "project | rating [poor, fair] | water-use-high-enough",
                "city | rating 0-1 | water-use-high-enough",
                "project | one of [small, large] | water-use-met",
                "project | list of one of [small, large] | water-use-met",
                "project | firm | water-use-met",
                "project | list of firms | water-use-met",
                "project | link | water-use-met",
                "project | end market | water-use-met",
                "project | city | water-use-met",
                "city | yes/no | water-use-stated",
                "city | number | water-use-high-enough",
                "city | one of [small, large] | water-use-met",
                "city | date | water-use-met",
            })
    void aFactOfAnyTypeAndOwnerIsDeclaredWithARule(String of, String is, String rule) throws IOException {
        Path pack = copy(Path.of("..", "rules", "battery"));
        Scaffold.fact(pack, new NewFact("waterUse", of, is, null, null, "technology"))
                .write();
        works(pack, rule);
        isLaidOut(pack);
    }

    @Test
    void aFactHasAnExistingType() throws IOException {
        Path pack = copy(Path.of("..", "rules", "battery"));
        assertThat(Scaffold.fact(pack, new NewFact("waterUse", "project", "colour", null, null, "technology"))
                        .complaint()
                        .toString())
                .startsWith("a fact cannot be a `colour`; use one of `yes/no`, `number`");
    }

    @Test
    void aListOfCitiesIsDeclaredWithARuleThatReadsItsRows() throws IOException {
        Path pack = copy(Path.of("..", "rules", "battery"));
        Scaffold.list(pack, new NewList("talents", "Talent", "field", "graduates", "technology"))
                .write();
        works(pack, "talents-high-enough");
        isLaidOut(pack);
    }

    @ParameterizedTest
    @ValueSource(strings = {"battery", "chips-act"})
    void aConditionScoresNothing(String name) throws IOException {
        Path pack = copy(Path.of("..", "rules", name));
        Scaffold.condition(pack, "order-of-things").write();
        works(pack, "order-of-things-noted");
        isLaidOut(pack);
    }

    @Test
    void aTableOfBandsIsARuleForEachRow() throws IOException {
        Path pack = copy(Path.of("..", "rules", "battery"));
        Scaffold.rule(pack, new NewRule("by-degrees", "technology", "award", BigDecimal.TEN, true))
                .write();
        works(pack, "by-degrees-high", "by-degrees-low");
        isLaidOut(pack);
    }

    @Test
    void aNewCriterionWorksAndTakesFurtherRules() throws IOException {
        Path pack = copy(Path.of("..", "rules", "battery"));
        Map<String, String> before = contents(pack);
        Scaffold.criterion(pack, new NewCriterion("logistics", "Way: to the 'sea'", "city", new BigDecimal("12.5")))
                .write();
        Scaffold.rule(pack, new NewRule("port-near", "logistics", "award-share", BigDecimal.TEN))
                .write();
        works(pack, "logistics-reached", "port-near");
        isLaidOut(pack);
        assertThat(RulePack.load(pack).criteria())
                .anySatisfy(criterion -> assertThat(criterion.title()).isEqualTo("Way: to the 'sea'"));
        keeps(before, contents(pack));
    }

    @Test
    void aFileWithoutPointsAcceptsRulesThatDoNotAward() throws IOException {
        Path pack = copy(Path.of("..", "rules", "battery"));
        Scaffold.rule(pack, new NewRule("too-dear", "order-of-logic", "cap", null))
                .write();
        works(pack, "too-dear");
        assertThat(Scaffold.rule(pack, new NewRule("other", "order-of-logic", "award", null))
                        .complaint())
                .hasToString(
                        "`order-of-logic` is a file without points, so a rule in it cannot award any; did you mean `--verb red-flag`?");
    }

    @Test
    void aPackInItsOwnStyleIsExtendedInIt() throws IOException {
        Path pack = folder.resolve("mine");
        Scaffold.pack(pack, Unit.MONEY).write();
        Files.writeString(pack.resolve("pack.yaml"), """
            {name: mine, title: M, version: 1, owner: o, purpose: p, criteria: [
              {id: local-demand, title: L, side: project, weight: 1}, # one
              {id: quality, title: Q, side: city, weight: 1} # two
            ], thresholds: {recommend: 50, decline: 25}}
            """);
        Files.writeString(
                pack.resolve("limits.yaml"),
                "limits: [{id: market-large-enough, values: [{value: 10 bn yuan, source: s}]},\r\n"
                        + " {id: yield-high-enough, values: [{value: 50 %, source: s}]}]\r\n");
        Files.writeString(
                pack.resolve("quality.drl"),
                "\uFEFF" + Files.readString(pack.resolve("quality.drl")).strip());
        Map<String, String> before = contents(pack);
        Scaffold.criterion(pack, new NewCriterion("reach", null, "city", BigDecimal.ONE))
                .write();
        Scaffold.rule(pack, new NewRule("more", "quality", "cap", null)).write();
        works(pack, "market-large-enough", "yield-high-enough", "reach-reached", "more");
        assertThat(Files.readString(pack.resolve("limits.yaml"))).contains("},\r\n {id: more-limit, ");
        assertThat(Files.readString(pack.resolve("quality.drl")))
                .startsWith("\uFEFF")
                .contains("end\n\n// more is");
        assertThat(contents(pack).keySet()).containsAll(before.keySet());
    }

    @Test
    void filesThatCannotBeExtendedAreReportedAndNothingIsWritten() throws IOException {
        Path pack = folder.resolve("mine");
        Scaffold.pack(pack, Unit.MONEY).write();
        Files.writeString(
                pack.resolve("cases/quality.yaml"),
                "background: {project: {domesticEquipmentRate: 10 %}}\n"
                        + Files.readString(pack.resolve("cases/quality.yaml")));
        Map<String, String> before = contents(pack);
        Draft draft = Scaffold.rule(pack, new NewRule("more", "quality", "award", null));
        assertThat(draft.obstacle())
                .hasToString(pack + "/cases/quality.yaml has a `background` that affects the new cases");
        assertThat(draft.changes()).extracting(Change::under).containsExactly(null, "limits", "cases");
        assertThat(draft.changes())
                .allSatisfy(change -> assertThat(change.added()).contains("more"));
        assertThatThrownBy(draft::write).isInstanceOf(IllegalStateException.class);
        assertThat(contents(pack)).isEqualTo(before);
    }

    @Test
    void aValueInPlaceOfAListIsAnObstacle() throws IOException {
        Path pack = folder.resolve("mine");
        Scaffold.pack(pack, Unit.MONEY).write();
        Files.writeString(pack.resolve("limits.yaml"), "limits: 3\n");
        assertThat(Scaffold.rule(pack, new NewRule("more", "quality", "award", null))
                        .obstacle())
                .hasToString(pack + "/limits.yaml has no list `limits` to add to");
        Files.writeString(pack.resolve("limits.yaml"), "limits:\r\n  - id: a\n");
        assertThat(Scaffold.rule(pack, new NewRule("more", "quality", "award", null))
                        .obstacle())
                .hasToString(pack + "/limits.yaml has mixed line ends");
    }

    @Test
    void aPackWithProblemsAcceptsAdditionsWithoutNewOnes() throws IOException {
        Path pack = folder.resolve("mine");
        Scaffold.pack(pack, Unit.MONEY).write();
        Path file = pack.resolve("quality.drl");
        Files.writeString(file, Files.readString(file).replace("yieldRate >=", "yieldRat >="));
        Draft draft = Scaffold.rule(pack, new NewRule("more", "quality", "award", null));
        assertThat(draft.obstacle()).isNull();
        draft.write();
        assertThatThrownBy(() -> RulePack.load(pack))
                .isInstanceOfSatisfying(
                        PackException.class, e -> assertThat(e.problems()).hasSize(1));
    }

    @Test
    void aPackWithAnUnreadableOutlineIsNotExtended() throws IOException {
        Path pack = folder.resolve("mine");
        Scaffold.pack(pack, Unit.MONEY).write();
        Files.writeString(pack.resolve("pack.yaml"), "criteria: [\n");
        Draft draft = Scaffold.rule(pack, new NewRule("more", "quality", "award", null));
        assertThat(draft.changes()).isEmpty();
        assertThat(draft.problems()).isNotEmpty();
        assertThatThrownBy(() -> Scaffold.rule(folder.resolve("none"), new NewRule("more", null, "award", null)))
                .isInstanceOf(PackException.class)
                .hasMessageContaining("rule pack not found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BigPlant       | quality | award  |     | `BigPlant` is not a valid id for a rule; did you mean `big-plant`?",
                "芯             | quality | award  |     | `芯` is not a valid id for a rule; use lower-case letters and digits,"
                        + " with a single `-` between words",
                "yield-high-enough | quality | award |   | the pack already has a rule `yield-high-enough`; did you mean"
                        + " `yield-high-enough-2`?",
                "more           |         | award  |     | name the rule file it goes into: `--criterion local-demand`,"
                        + " `--criterion quality`",
                "more           | qualty  | award  |     | unknown criterion `qualty`; did you mean `quality`?",
                "more           | quality | knockout |   | a rule cannot `knockout`; did you mean `knock-out`?",
                "more           | quality | note   | 10  | only `award` and `award-share` have points, not `note`",
                "more           | quality | award  | 101 | points must be a number above 0, at most 100, with at most six"
                        + " decimals",
            })
    void invalidRequestsAreRefusedWithAdvice(
            String id, String criterion, String verb, BigDecimal points, String complaint) throws IOException {
        Path pack = folder.resolve("mine");
        Scaffold.pack(pack, Unit.MONEY).write();
        Draft draft = Scaffold.rule(pack, new NewRule(id, criterion, verb, points));
        assertThat(draft.complaint()).hasToString(complaint);
        assertThat(draft.changes()).isEmpty();
    }

    @Test
    void packsAndCriteriaHaveNamesOfTheirOwn() throws IOException {
        Path pack = folder.resolve("mine");
        Scaffold.pack(pack, Unit.MONEY).write();
        assertThat(Scaffold.pack(pack, Unit.MONEY).complaint())
                .hasToString("`" + pack + "` already exists; use another name");
        assertThat(Scaffold.pack(folder.resolve("My Pack"), Unit.MONEY).complaint())
                .hasToString("`My Pack` is not a valid name for a pack; did you mean `my-pack`?");
        assertThat(Scaffold.pack(folder.resolve("class"), Unit.MONEY).complaint())
                .hasToString("`class` is not a valid name for a pack: it is too long, or a reserved word; choose"
                        + " another");
        assertThat(Scaffold.criterion(pack, new NewCriterion("quality", null, "city", BigDecimal.ONE))
                        .complaint())
                .hasToString(
                        "the pack already has `quality`; did you mean `winnow rules new rule ID --criterion quality`?");
        assertThat(Scaffold.criterion(pack, new NewCriterion("more", null, "town", BigDecimal.ONE))
                        .complaint())
                .hasToString("the side must be `city` or `project`, found `town`");
        assertThat(Scaffold.criterion(pack, new NewCriterion("more", null, "city", BigDecimal.ZERO))
                        .complaint())
                .hasToString("a weight must be a number above 0 with at most six decimals");
    }

    @Test
    void aFileChangedMeanwhileIsNotOverwrittenAndNoFileIsWritten() throws IOException {
        Path pack = folder.resolve("mine");
        Scaffold.pack(pack, Unit.MONEY).write();
        Draft draft = Scaffold.rule(pack, new NewRule("more", "quality", "award", null));
        Files.writeString(pack.resolve("limits.yaml"), Files.readString(pack.resolve("limits.yaml")) + "# mine\n");
        Map<String, String> before = contents(pack);
        assertThatThrownBy(draft::write)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("has been changed in the meantime");
        assertThat(contents(pack)).isEqualTo(before);
    }

    /** Asserts that the pack is valid, that three cases of each rule pass, and that the files are formatted. */
    private static void works(Path pack, String... rules) {
        RulePack read = RulePack.load(pack);
        assertThat(Lint.remarks(read))
                .filteredOn(remark -> remark.check().level() == Check.Level.WARNING)
                .extracting(Remark::check)
                // The criterion was full before the new rule, which also lacks a translation.
                .isSubsetOf(Check.SATURATES, Check.UNTRANSLATED);
        RulePack added = RulePack.of(read.checked().only(Set.of(rules)::contains));
        assertThat(CaseRunner.run(added))
                .hasSize(3 * rules.length)
                .allSatisfy(result -> assertThat(result.passed()).isTrue());
        assertThat(RuleFormat.of(pack).problems()).isEmpty();
    }

    private static void isLaidOut(Path pack) {
        assertThat(RuleFormat.of(pack).changes()).isEmpty();
    }

    /** Asserts that every earlier line is kept, in order. */
    private static void keeps(Map<String, String> before, Map<String, String> after) {
        before.forEach(
                (name, text) -> assertThat(after.getOrDefault(name, "").lines().toList())
                        .as(name)
                        .containsSubsequence(text.lines().toList()));
    }

    private Path copy(Path shipped) throws IOException {
        Path pack = Files.createTempDirectory(folder, "copy").resolve(shipped.getFileName());
        try (Stream<Path> files = Files.walk(shipped)) {
            for (Path file : files.toList()) {
                Files.copy(file, pack.resolve(shipped.relativize(file).toString()));
            }
        }
        return pack;
    }

    private static Map<String, String> contents(Path pack) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(pack)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(pack.relativize(file).toString(), Files.readString(file));
            }
        }
        return contents;
    }
}
