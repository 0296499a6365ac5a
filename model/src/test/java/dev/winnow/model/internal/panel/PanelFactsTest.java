package dev.winnow.model.internal.panel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.Thorough;
import dev.winnow.model.domain.Project;
import dev.winnow.model.source.Node;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.universe.UniverseEdit;
import dev.winnow.model.universe.UniverseEdits;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.FigureText;
import dev.winnow.model.value.Unit;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The values of a panel replace what a universe states. */
class PanelFactsTest {

    private static final String TWO_ROUNDS = """
        panel: {id: spring}
        assessors: [{id: a1, name: A}, {id: a2, name: B}, {id: a3, name: C}]
        rounds:
          - {id: 1, until: 2026-05-10, judgements: round-1.yaml}
          - {id: 2, until: 2026-06-10, judgements: round-2.yaml}
        """;

    private static final String ROUND_1 = """
        judgements:
          - {assessor: a1, project: rye, fact: project.team, value: 2, reason: x}
          - {assessor: a2, project: rye, fact: project.team, value: 4, reason: x}
          - {assessor: a1, project: spelt, fact: project.novel, value: true, reason: x}
          - {assessor: a2, project: spelt, fact: project.novel, value: false, reason: x}
          - {assessor: a1, project: spelt, fact: project.price, value: 2.5 mn yuan, reason: x}
          - {assessor: a1, city: mill-town, fact: city.welcome, value: true, reason: x}
        """;

    private static final String ROUND_2 = """
        judgements:
          - {assessor: a1, project: rye, fact: project.team, value: 3, reason: heard the others}
          - {assessor: a2, project: spelt, fact: project.novel, value: true, reason: heard the others}
        """;

    @TempDir
    private Path folder;

    private PanelFacts facts() {
        PanelFixture.write(folder, Map.of("panel.yaml", TWO_ROUNDS, "round-1.yaml", ROUND_1, "round-2.yaml", ROUND_2));
        return new PanelFacts(PanelFixture.read(folder), PanelFixture.scope());
    }

    private static Project project(Universe universe, String id, String day) {
        return Objects.requireNonNull(universe.asOf(LocalDate.parse(day), false).project(id));
    }

    private static String team(Universe universe, String day) {
        return String.valueOf(project(universe, "rye", day).declared().figure("team"));
    }

    @Test
    void theValueOfThePanelCountsFromTheDayOfItsRound() {
        Universe universe = PanelFixture.TOWN.judged(facts().document());
        assertThat(universe.problems()).isEmpty();
        assertThat(universe.asOf()).isEqualTo("2026-06-10");
        assertThat(team(universe, "2026-05-09")).isEqualTo("5 of 5");
        assertThat(team(universe, "2026-05-10")).isEqualTo("2–4 of 5");
        assertThat(team(universe, "2026-06-10")).isEqualTo("3–4 of 5");
        assertThat(Objects.requireNonNull(project(universe, "rye", "2026-06-10")
                                .declared()
                                .figure("team"))
                        .evidence())
                .extracting("source")
                .isEqualTo("panel spring, round 2");
    }

    @Test
    void aLaterStatementDoesNotCountBesideThePanel() {
        Universe later = Universe.parse(PanelFixture.VOCABULARY, Map.of("town.yaml", """
            universe: {name: town, asOf: 2026-08-01}
            cities: [{id: mill-town}]
            projects: [{id: rye}, {id: spelt}]
            answers: [{project: rye, fact: project.team, value: 1, asOf: 2026-07-01}]
            """));
        assertThat(team(later, "2026-08-01")).isEqualTo("1 of 5");
        assertThat(team(later.judged(facts().document()), "2026-08-01")).isEqualTo("3–4 of 5");
    }

    @Test
    void disagreementAndTooFewJudgementsMakeStatedFactsUnknown() {
        Universe universe = PanelFixture.TOWN.judged(facts().document());
        assertThat(project(universe, "spelt", "2026-05-09").declared().flag("novel"))
                .isTrue();
        assertThat(project(universe, "spelt", "2026-05-10").declared().flag("novel"))
                .isNull();
        assertThat(project(universe, "spelt", "2026-06-10").declared().flag("novel"))
                .isTrue();
        assertThat(project(universe, "spelt", "2026-05-09").declared().figure("price"))
                .hasToString("3 mn yuan");
        assertThat(project(universe, "spelt", "2026-06-10").declared().figure("price"))
                .hasToString("2.5 mn yuan");
        assertThat(Objects.requireNonNull(universe.asOf(LocalDate.parse("2026-06-10"), false)
                                .city("mill-town"))
                        .declared()
                        .flag("welcome"))
                .isTrue();
        assertThat(universe.conflicts()).isEmpty();
    }

    @Test
    void anAssessorsOwnJudgementsTakeTheirPlaceWhereThereAreAny() {
        PanelFacts facts = facts();
        Panel panel = PanelFixture.read(folder);
        Universe first = PanelFixture.TOWN.judged(facts.document(panel.assessor("a1")));
        Universe third = PanelFixture.TOWN.judged(facts.document(panel.assessor("a3")));
        assertThat(team(first, "2026-05-10")).isEqualTo("2 of 5");
        assertThat(team(first, "2026-06-10")).isEqualTo("3 of 5");
        assertThat(team(third, "2026-06-10")).isEqualTo("3–4 of 5");
    }

    @Test
    void replacingFactsOfAReadUniverseEqualsReadingThemWithIt() {
        Node document = facts().document();
        Universe judged = PanelFixture.TOWN.judged(document);
        Universe read = PanelFixture.TOWN.with(List.of(document), false, List.of());
        assertThat(judged.digest()).isEqualTo(read.digest()).isNotEqualTo(PanelFixture.TOWN.digest());
        assertThat(judged.asOf()).isEqualTo(read.asOf());
        for (String day : List.of("2026-05-09", "2026-05-10", "2026-06-10")) {
            assertThat(judged.asOf(LocalDate.parse(day), true).projects())
                    .isEqualTo(read.asOf(LocalDate.parse(day), true).projects());
        }
    }

    @Test
    void judgementsAreEditsThatCanBeUndone() {
        Universe judged = PanelFixture.TOWN.judged(facts().document());
        UniverseEdits edits = UniverseEdits.between(PanelFixture.TOWN, judged);
        assertThat(edits.list())
                .extracting(UniverseEdit::key)
                .contains("project rye team", "project spelt novel", "project spelt price", "city mill-town welcome");
        assertThat(team(edits.undoing(List.of(), "rye", "mill-town"), "2026-06-10"))
                .isEqualTo("3–4 of 5");
        List<UniverseEdit> ofTeam = edits.list().stream()
                .filter(edit -> edit.key().equals("project rye team"))
                .toList();
        assertThat(team(edits.undoing(ofTeam, "rye", "mill-town"), "2026-06-10"))
                .isEqualTo("5 of 5");
        Universe read = PanelFixture.TOWN.with(List.of(facts().document()), false, List.of());
        assertThat(UniverseEdits.between(PanelFixture.TOWN, read).list()).isEqualTo(edits.list());
    }

    @Test
    void valuesAreWrittenWithoutRounding() {
        Random random = new Random(34);
        List<Unit> units = List.of(Unit.NUMBER, Unit.SHARE, Unit.MONEY, Unit.USD, Unit.of("MW", "兆瓦"));
        for (int i = 0; i < Thorough.count(2_000, 20_000); i++) {
            Unit unit = units.get(random.nextInt(units.size()));
            Amount one = amount(random, unit);
            Amount other = random.nextInt(3) == 0 ? one : amount(random, unit);
            Figure figure = random.nextInt(8) == 0 && !unit.isShare()
                    ? Figure.between(one, Amount.UNBOUNDED, unit)
                    : Figure.between(Amount.min(one, other), Amount.max(one, other), unit);
            String text = PanelFacts.text(figure);
            Figure read = FigureText.parse(text, unit, null).figure();
            assertThat(read).as(text).isNotNull();
            assertThat(Objects.requireNonNull(read).low()).as(text).isEqualTo(figure.low());
            assertThat(read.high()).as(text).isEqualTo(figure.high());
        }
    }

    private static Amount amount(Random random, Unit unit) {
        int places = random.nextInt(8);
        return Amount.of(BigDecimal.valueOf(random.nextInt(1_000_000), places)
                .min(unit.isShare() ? BigDecimal.ONE : BigDecimal.valueOf(1_000_000)));
    }

    @Test
    void badEntriesOfAUniverseAreReported() {
        Universe universe = Universe.parse(PanelFixture.VOCABULARY, Map.of("town.yaml", """
            universe: {name: town, asOf: 2026-05-01}
            cities: [{id: mill-town}]
            projects: [{id: rye}]
            judged:
              - {project: rye, fact: project.team, value: 7, asOf: 2026-05-01}
              - {project: rye, fact: project.team, value: 3}
              - {project: oat, fact: project.team, value: 3, asOf: 2026-05-01}
              - {project: rye, fact: project.novel, value: true, asOf: 2026-05-01, by: me}
            """));
        assertThat(universe.problems())
                .extracting(problem -> problem.place().line() + " " + problem.what())
                .containsExactly(
                        "5 `7` is outside the scale from 1 to 5",
                        "6 an entry of `judged` needs `asOf`",
                        "7 unknown project `oat`",
                        "8 an entry of `judged` has no `by`");
    }
}
