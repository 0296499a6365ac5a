package dev.winnow.analysis.internal.paths;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.analysis.internal.paths.DecisionPath.SupposedAnswer;
import dev.winnow.analysis.internal.paths.DecisionPaths.Clearing;
import dev.winnow.engine.Answering;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.engine.ScreeningSession;
import dev.winnow.model.ShippedFacts;
import dev.winnow.model.domain.City;
import dev.winnow.model.domain.DeclaredRow;
import dev.winnow.model.domain.Project;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Effect.Bearing;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Bound;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ways to a decision on small random universes, each verified by stating its answers, and compared with all smaller
 * sets of answers.
 */
class DecisionPathsTest {

    private static final int UNIVERSES = 120;

    private static final Map<String, String> MILLS = Map.of(
            "pack.yaml",
            """
            name: mills
            title: Mills of a town
            version: 1.0.0
            owner: the guild
            purpose: Screens mills for a town.
            criteria:
              - {id: worth, title: Worth, side: project, weight: 100}
              - {id: gain, title: Gain, side: city, weight: 100}
            conditions: [sense]
            thresholds: {recommend: 50, decline: 30}
            """,
            "vocabulary.yaml",
            """
            project:
              licensed: {is: yes/no, name: licensed}
              spoilt: {is: yes/no, name: spoilt}
              backed: {is: yes/no, name: backed}
              fine: {is: share, name: fine part}
              partners: {is: list of firms, name: partners}
            """,
            "limits.yaml",
            """
            limits:
              - id: fine-enough
                unit: share
                values: [{from: 2000-01-01, value: 60 %}]
                source: almanac
            """,
            "assumptions.yaml",
            """
            assumptions:
              - {fact: project.licensed, value: true, source: almanac}
              - {fact: project.backed, value: false, source: almanac}
              - {fact: project.fine, value: 50–70 %, source: almanac}
              - {fact: project.fundingNeed, value: 4 mn yuan, source: almanac}
              - {fact: city.funds.available, value: 1–2 mn yuan, source: almanac}
              - {fact: city.funds, nothing-unlisted: true, source: almanac}
            """,
            "worth.drl",
            file("worth", """
                rule "licensed"
                  @title("It is licensed")  @points(40)  @source("almanac")
                when
                  Project( licensed == true )
                then
                  card.award("It is licensed");
                end

                rule "fine"
                  @title("Its flour is fine")  @points(30)  @source("almanac")
                when
                  Limit( id == "fine-enough", $least : value )
                  Project( fine >= $least )
                then
                  card.award("Its flour is fine");
                end

                rule "money"
                  @title("Funds cover its need")  @points(30)  @source("almanac")
                when
                  Project( $need : fundingNeed )
                  accumulate( Fund( $left : available ); $money : sum($left); $money >= $need )
                then
                  card.award("Funds cover %s", $need);
                end
                """),
            "gain.drl",
            file("gain", """
                rule "partners"
                  @title("It has partners")  @points(60)  @source("almanac")
                when
                  Project( partners.size() > 0 )
                then
                  card.award("It has partners");
                end

                rule "sound"
                  @title("It is not spoilt")  @points(40)  @source("almanac")
                when
                  Project( spoilt == false )
                then
                  card.award("It is sound");
                end

                rule "unlicensed"
                  @title("Without a license the gain counts half")  @source("almanac")
                when
                  Project( licensed == false )
                  Limit( id == "half", $half : value )
                then
                  card.cap("gain", $half, "It has no license");
                end
                """),
            "sense.drl",
            file("sense", """
                rule "alone"
                  @title("Nobody stands behind it")  @source("almanac")
                when
                  Project( partners.size() == 0, backed == false )
                  not Fund( available > 0 )
                then
                  card.knockOut("Nobody stands behind it");
                end

                rule "spoilt"
                  @title("It is spoilt")  @source("almanac")
                when
                  Project( spoilt == true )
                then
                  card.redFlag("It is spoilt");
                end
                """));

    @TempDir
    private static Path folder;

    private static @Nullable RulePack pack;

    private static String file(String name, String rules) {
        return "package mills." + name
                + "\nimport dev.winnow.model.*\nimport dev.winnow.engine.*\nglobal Scorecard card\n\n" + rules;
    }

    @BeforeAll
    static void read() throws IOException {
        Path mills = Files.createDirectories(folder.resolve("mills"));
        for (Map.Entry<String, String> one : MILLS.entrySet()) {
            String text = one.getKey().equals("limits.yaml")
                    ? one.getValue() + "  - id: half\n    unit: number\n    values: [{from: 2000-01-01, value: 50}]\n"
                            + "    source: almanac\n"
                    : one.getValue();
            Files.writeString(mills.resolve(one.getKey()), text);
        }
        pack = RulePack.draft(mills);
    }

    private static RulePack pack() {
        return Objects.requireNonNull(pack);
    }

    /** Random facts about a mill and its town, by the name of the fact. */
    private static Map<String, Object> drawn(Random random) {
        Map<String, Object> said = new TreeMap<>();
        for (String flag : List.of("project.licensed", "project.spoilt", "project.backed")) {
            if (random.nextInt(3) == 0) {
                said.put(flag, random.nextBoolean());
            }
        }
        if (random.nextInt(3) == 0) {
            said.put("project.partners", random.nextBoolean() ? List.of() : List.of("Miller"));
        }
        if (random.nextInt(3) == 0) {
            said.put("project.fine", share("0." + (1 + random.nextInt(9))));
        }
        if (random.nextInt(3) > 0) {
            said.put("project.fundingNeed", money(1 + random.nextInt(9)));
        }
        for (int fund = random.nextInt(3); fund > 0; fund--) {
            String name = "city.funds.f" + fund;
            said.put(name, true);
            if (random.nextBoolean()) {
                said.put(name + ".available", money(random.nextInt(6)));
            }
        }
        if (random.nextBoolean()) {
            said.put("city.funds", true);
        }
        return said;
    }

    private static Figure money(long value) {
        return Figure.exactly(Amount.of(value), pack().money());
    }

    private static Figure share(String value) {
        return Figure.exactly(value, Unit.SHARE);
    }

    private static Universe universe(Map<String, Object> said) {
        Project.Builder mill = Project.builder("mill", "Mill");
        City.Builder town = City.builder("town", "Town");
        Map<String, DeclaredRow.Builder> funds = new TreeMap<>();
        said.forEach((fact, value) -> {
            String[] parts = fact.split("\\.");
            if (parts[0].equals("project")) {
                set(mill, parts[1], value);
            } else if (parts.length == 2) {
                town.complete("funds");
            } else {
                DeclaredRow.Builder fund = funds.computeIfAbsent(
                        parts[2], id -> DeclaredRow.builder().set("id", id).set("name", id));
                if (parts.length > 3) {
                    fund.set(parts[3], (Figure) value);
                }
            }
        });
        funds.values().forEach(fund -> town.row("funds", fund));
        Universe built =
                Universe.builder(pack().vocabulary()).project(mill).city(town).build();
        assertThat(built.problems()).isEmpty();
        return built;
    }

    private static void set(Project.Builder mill, String property, Object value) {
        if (value instanceof Boolean flag) {
            mill.set(property, flag);
        } else if (value instanceof Figure figure) {
            mill.set(property, figure);
        } else {
            List<String> texts = new ArrayList<>();
            ((List<?>) value)
                    .forEach(one -> texts.add(one.equals(SupposedAnswer.SOMEBODY) ? "Somebody" : one.toString()));
            mill.set(property, texts);
        }
    }

    /** A candidate with the session that judged it. */
    private record Judged(ScreeningSession session, Explanation explanation) {

        DecisionPaths ways() {
            return DecisionPaths.of(session, explanation);
        }
    }

    private static Judged judged(Map<String, Object> said) {
        ScreeningSession session = Screener.walking(pack()).open(universe(said));
        return new Judged(session, session.explain(Objects.requireNonNull(session.assess("mill", "town"))));
    }

    private static Explanation screened(Map<String, Object> said, List<SupposedAnswer> answers) {
        Map<String, Object> all = new TreeMap<>(said);
        answers.forEach(answer -> all.put(answer.fact(), answer.value()));
        return judged(all).explanation();
    }

    /** Whether any set of this number of answers settles a verdict. */
    private static boolean settle(
            Answering answering, List<String> facts, int from, int number, Map<String, Object> answers, Verdict to) {
        if (number == 0) {
            return answering.screen(answers).possible().equals(Set.of(to));
        }
        for (int i = from; i < facts.size(); i++) {
            for (Object answer : answering.answers(facts.get(i))) {
                answers.put(facts.get(i), answer);
                boolean found = settle(answering, facts, i + 1, number - 1, answers, to);
                answers.remove(facts.get(i));
                if (found) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether any set of this number of answers gives the base case a verdict. */
    private static boolean settleBase(
            Answering answering, List<String> facts, int from, int number, Map<String, Object> answers, Verdict to) {
        if (number == 0) {
            return answering.screenBase(answers) == to;
        }
        for (int i = from; i < facts.size(); i++) {
            for (Object answer : answering.answers(facts.get(i))) {
                answers.put(facts.get(i), answer);
                boolean found = settleBase(answering, facts, i + 1, number - 1, answers, to);
                answers.remove(facts.get(i));
                if (found) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<String> missing(Explanation one) {
        Set<String> facts = new TreeSet<>();
        one.undetermined().stream()
                .filter(open -> open.effect().bearing() != Bearing.NOTHING)
                .forEach(open -> facts.addAll(open.missing()));
        return List.copyOf(facts);
    }

    @Test
    void everyWayGivesItsVerdictAndNoFewerAnswersDo() {
        Map<Verdict, Integer> found = new HashMap<>();
        for (int seed = 0; seed < UNIVERSES; seed++) {
            Map<String, Object> said = drawn(new Random(seed));
            Judged judged = judged(said);
            Assessment before = judged.explanation().assessment();
            DecisionPaths ways = judged.ways();
            for (Verdict to : List.of(Verdict.RECOMMEND, Verdict.DECLINE)) {
                DecisionPath way = to == Verdict.RECOMMEND ? ways.recommend() : ways.decline();
                String what = "seed " + seed + ", " + said + ": " + way;
                if (way != null) {
                    found.merge(to, 1, Integer::sum);
                    assertThat(way.fewest()).as(what).isTrue();
                    assertThat(screened(said, way.answers()).assessment().possible())
                            .as(what)
                            .containsExactly(to);
                }
                boolean may = !before.isSettled() && before.possible().contains(to);
                int fewer = !may ? -1 : way == null ? 3 : way.answers().size() - 1;
                for (int number = 0; number <= fewer; number++) {
                    assertThat(settle(
                                    judged.session().answering(before),
                                    missing(judged.explanation()),
                                    0,
                                    number,
                                    new TreeMap<>(),
                                    to))
                            .as("%s, with %s answers", what, number)
                            .isFalse();
                }
            }
        }
        assertThat(found.get(Verdict.RECOMMEND)).isGreaterThan(20);
        assertThat(found.get(Verdict.DECLINE)).isGreaterThan(20);
    }

    @Test
    void everyWayByKnownFactsGivesItsVerdict() {
        int found = 0;
        for (int seed = 0; seed < UNIVERSES; seed++) {
            Map<String, Object> said = drawn(new Random(seed));
            for (DecisionPath way : judged(said).ways().known()) {
                found++;
                assertThat(screened(said, way.answers()).assessment().verdict()).isEqualTo(way.to());
            }
        }
        assertThat(found).isGreaterThan(20);
    }

    @Test
    void everyWayToABaseCaseGivesItsVerdictAndNoFewerAnswersDo() {
        Map<Verdict, Integer> found = new HashMap<>();
        for (int seed = 0; seed < UNIVERSES; seed++) {
            Map<String, Object> said = drawn(new Random(seed));
            Judged judged = judged(said);
            Assessment before = judged.explanation().assessment();
            Answering answering = judged.session().answering(before);
            List<DecisionPath> ways = judged.ways().base();
            for (Verdict to : List.of(Verdict.RECOMMEND, Verdict.DECLINE)) {
                DecisionPath way =
                        ways.stream().filter(one -> one.to() == to).findFirst().orElse(null);
                String what = "seed " + seed + ", " + said + ": " + way;
                if (way != null) {
                    found.merge(to, 1, Integer::sum);
                    assertThat(Objects.requireNonNull(screened(said, way.answers())
                                            .assessment()
                                            .base())
                                    .verdict())
                            .as(what)
                            .isEqualTo(to);
                }
                boolean may = !before.isSettled()
                        && before.possible().contains(to)
                        && Objects.requireNonNull(before.base()).verdict() != to;
                int fewer = !may
                        ? -1
                        : way == null ? 3 : way.fewest() ? way.answers().size() - 1 : -1;
                for (int number = 0; number <= fewer; number++) {
                    assertThat(settleBase(answering, missing(judged.explanation()), 0, number, new TreeMap<>(), to))
                            .as("%s, with %s answers", what, number)
                            .isFalse();
                }
            }
        }
        assertThat(found.get(Verdict.RECOMMEND)).isGreaterThan(10);
        assertThat(found.get(Verdict.DECLINE)).isGreaterThan(10);
    }

    /** Two answers turn HOLD into RECOMMEND, and seven make that certain for all values of the other facts. */
    @Test
    void waysOfManyAnswersAreFound() {
        ScreeningSession session = semiconductors();
        Assessment wuyuan = Objects.requireNonNull(session.assess("wuyuan", "qingdao"));
        DecisionPaths ways = DecisionPaths.of(session, session.explain(wuyuan));

        assertThat(Objects.requireNonNull(ways.knownRecommend()).answers()).hasSize(2);
        assertThat(Objects.requireNonNull(ways.recommend()).answers()).hasSize(7);
    }

    private static ScreeningSession semiconductors() {
        Path root = Path.of("..");
        return Screener.of(RulePack.load(root.resolve("rules/semiconductor")))
                .open(Universe.read(ShippedFacts.VOCABULARY, root.resolve("seeds/semiconductor")));
    }

    /** No way names the owner as its own partner, whether in one answer, beside known facts, or in two answers. */
    @Test
    void answersThatContradictEachOtherAreNotAWay() {
        ScreeningSession session = semiconductors();
        Answering answering = session.answering(Objects.requireNonNull(session.assess("wuyuan", "qingdao")));

        assertThat(answering.allows(
                        Map.of("project.owner", "Aucma", "project.technologyPartners", List.of("Haier", "Aucma"))))
                .isFalse();
        assertThat(answering.allows(Map.of("city.funds.aic-signed-2025.tracks", List.of())))
                .isFalse();
        assertThat(answering.allows(Map.of("project.owner", "Aucma", "project.technologyPartners", List.of("Haier"))))
                .isTrue();
    }

    @Test
    void noListHasMoreNamesThanAllowed() {
        ScreeningSession session = semiconductors();
        int lists = 0;
        for (String project : List.of("boe", "sirui", "wuyuan", "hisense-xinxin")) {
            Assessment pair = Objects.requireNonNull(session.assess(project, "qingdao"));
            Answering answering = session.answering(pair);
            for (DecisionPath way :
                    DecisionPaths.of(session, session.explain(pair)).all()) {
                Map<String, Object> all = new TreeMap<>();
                way.answers().forEach(answer -> all.put(answer.fact(), answer.value()));
                for (SupposedAnswer answer : way.answers()) {
                    for (Object member : answer.value() instanceof List<?> list ? list : List.of()) {
                        List<Object> fewer = new ArrayList<>((List<?>) answer.value());
                        fewer.remove(member);
                        Map<String, Object> other = new TreeMap<>(all);
                        other.put(answer.fact(), fewer);
                        lists++;
                        assertThat(answering.screen(other).possible())
                                .as("%s without %s", way, member)
                                .isNotEqualTo(Set.of(way.to()));
                    }
                }
            }
        }
        assertThat(lists).isPositive();
    }

    /** One answer turns the base case of a project on HOLD; the other assumptions stay. */
    @Test
    void waysToABaseCaseAreFound() {
        ScreeningSession session = semiconductors();
        Assessment boe = Objects.requireNonNull(session.assess("boe", "qingdao"));
        assertThat(Objects.requireNonNull(boe.base()).verdict()).isEqualTo(Verdict.HOLD);

        DecisionPath way =
                DecisionPaths.of(session, session.explain(boe)).base().get(0);

        assertThat(way.to()).isEqualTo(Verdict.RECOMMEND);
        assertThat(way.answers())
                .singleElement()
                .satisfies(answer -> assertThat(answer.fact()).isEqualTo("project.endMarkets"));
    }

    @Test
    void anAnswerThatClearsAKnockOutExcludesIt() {
        int cleared = 0;
        for (int seed = 0; seed < UNIVERSES; seed++) {
            Map<String, Object> said = drawn(new Random(seed));
            for (Clearing clearing : judged(said).ways().clearings()) {
                for (SupposedAnswer answer : clearing.answers()) {
                    cleared++;
                    Explanation after = screened(said, List.of(answer));
                    assertThat(after.findings())
                            .noneMatch(finding -> finding.rule().equals(clearing.rule()));
                    assertThat(after.undetermined())
                            .noneMatch(open -> open.rule().equals(clearing.rule()));
                }
            }
        }
        assertThat(cleared).isGreaterThan(50);
    }

    @Test
    void aThresholdEqualsTheLimit() {
        Map<String, Object> said = Map.of(
                "project.licensed", true,
                "project.spoilt", false,
                "project.backed", true,
                "project.partners", List.of("Miller"),
                "project.fundingNeed", money(9),
                "city.funds", true);

        DecisionPath way = judged(said).ways().recommend();

        assertThat(Objects.requireNonNull(way).answers()).singleElement().satisfies(answer -> {
            assertThat(answer.fact()).isEqualTo("project.fine");
            assertThat(((Figure) answer.value()).low()).isEqualTo(Amount.of("0.6"));
        });
    }

    /** A known bound of at least 214 is not rounded to at least 210. */
    @Test
    void aThresholdIsNotRoundedBelowAKnownBound() {
        Map<String, Object> said = Map.of(
                "project.licensed",
                true,
                "project.spoilt",
                false,
                "project.backed",
                true,
                "project.partners",
                List.of("Miller"),
                "project.fundingNeed",
                Figure.exactly(Amount.of("214.05"), pack().money()),
                "project.fine",
                share("0.5"),
                "city.funds.f1",
                true,
                "city.funds.f1.available",
                Figure.stated(Amount.of(214), Bound.AT_LEAST, pack().money(), null));

        DecisionPath way = judged(said).ways().recommend();

        assertThat(Objects.requireNonNull(way).answers()).singleElement().satisfies(answer -> {
            assertThat(answer.fact()).isEqualTo("city.funds.f1.available");
            assertThat(((Figure) answer.value()).low()).isBetween(Amount.of("214.05"), Amount.of(220));
        });
    }

    /** No fund is left with a tiny amount because another was relaxed first. */
    @Test
    void figuresOfOneKindAreRelaxedAlike() {
        Map<String, Object> said = new TreeMap<>(Map.of(
                "project.licensed", false,
                "project.spoilt", false,
                "project.backed", true,
                "project.partners", List.of("Miller"),
                "project.fundingNeed", money(9),
                "project.fine", share("0.5"),
                "city.funds", true));
        for (String fund : List.of("f1", "f2", "f3")) {
            said.put("city.funds." + fund, true);
        }

        DecisionPath way = judged(said).ways().decline();

        assertThat(Objects.requireNonNull(way).answers())
                .hasSize(3)
                .extracting(SupposedAnswer::value)
                .containsOnly(Figure.between(Amount.ZERO, Amount.of("2.9"), pack().money()));
    }
}
