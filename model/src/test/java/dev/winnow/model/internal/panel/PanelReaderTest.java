package dev.winnow.model.internal.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Rates;
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads panels and their judgements, and says what is wrong with them. */
class PanelReaderTest {

    @TempDir
    private Path folder;

    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> notes = new ArrayList<>();

    private static final String PANEL = """
        panel: {id: spring-2026, title: Spring panel}
        assessors:
          - {id: a1, name: Li Wen, organisation: Guild of millers}
          - {id: a2, name: Ann Ober, judges: [skill, novel]}
        recused:
          - {project: spelt, assessor: a2, reason: former employer}
        rounds:
          - {id: 1, from: 2026-05-01, until: 2026-05-14, judgements: round-1.yaml}
        """;

    private Panel read(String panel, String round) {
        PanelFixture.write(folder, Map.of("panel.yaml", panel, "round-1.yaml", round));
        return Objects.requireNonNull(
                PanelReader.read(folder.resolve("panel.yaml"), PanelFixture.scope(), problems, notes));
    }

    private List<String> messages() {
        return problems.stream().sorted().map(this::shown).toList();
    }

    private String shown(Problem problem) {
        String text =
                problem.place() + ": " + problem.what() + (problem.advice() == null ? "" : " | " + problem.advice());
        return text.replace(folder.toString().replace('\\', '/') + "/", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret.yaml",
                "rounds/../../secret.yaml",
                "/etc/hostname",
                "C:secret.yaml",
                "'..\\secret.yaml'",
                "file:/etc/hostname"
            })
    void aFileOfJudgementsLiesInTheFolderOfItsPanel(String name) {
        read(PANEL.replace("round-1.yaml", name), "");
        assertThat(messages())
                .containsExactly("panel.yaml:8:62: `" + name.replace("'", "") + "` is not in the folder of this file"
                        + " | copy the file into the folder of this one, and write its name");
    }

    @Test
    void aFileOfJudgementsIsNoLinkOutOfTheFolder(@TempDir Path elsewhere) throws IOException {
        Path secret = Files.writeString(elsewhere.resolve("secret.yaml"), "key: secret\n");
        PanelFixture.write(folder, Map.of("panel.yaml", PANEL));
        Files.createSymbolicLink(folder.resolve("round-1.yaml"), secret);
        PanelReader.read(folder.resolve("panel.yaml"), PanelFixture.scope(), problems, notes);
        assertThat(messages())
                .containsExactly("panel.yaml:8:62: `round-1.yaml` is a link out of the folder of this file"
                        + " | copy the file into the folder of this one, and write its name");
    }

    @Test
    void aPanelHasAssessorsRecusalsAndRoundsWithTheirJudgements() {
        Panel panel = read(PANEL, """
            panel: spring-2026
            round: 1
            judgements:
              - {assessor: a1, project: rye, fact: project.team, value: 4, reason: two bakers, asOf: 2026-05-03}
              - {assessor: a2, project: rye, fact: project.team, value: 2–3, reason: no shop, asOf: 2026-05-16}
              - {assessor: a1, project: rye, fact: project.novel, cannot-judge: true}
              - {assessor: a1, city: mill-town, fact: city.welcome, value: true, reason: letter of the mayor}
            """);
        assertThat(messages()).isEmpty();
        assertThat(panel.assessors()).extracting(Assessor::name).containsExactly("Li Wen", "Ann Ober");
        assertThat(panel.assessors().get(1).judges()).containsExactly("project.novel", "project.team");
        assertThat(panel.asks(panel.assessors().get(1), "rye", "project.team")).isTrue();
        assertThat(panel.asks(panel.assessors().get(1), "spelt", "project.team"))
                .isFalse();
        assertThat(panel.asks(panel.assessors().get(1), "rye", "project.waste")).isFalse();
        Round round = panel.rounds().get(0);
        assertThat(round.judgements())
                .extracting(
                        Judgement::subject, Judgement::fact, Judgement::assessor, one -> String.valueOf(one.value()))
                .containsExactly(
                        tuple("mill-town", "city.welcome", "a1", "true"),
                        tuple("rye", "project.novel", "a1", "null"),
                        tuple("rye", "project.team", "a1", "4 of 5"),
                        tuple("rye", "project.team", "a2", "2–3 of 5"));
        assertThat(round.judgements())
                .filteredOn(round::isLate)
                .extracting(Judgement::assessor)
                .containsExactly("a2");
        assertThat(round.day()).isEqualTo(LocalDate.of(2026, 5, 16));
    }

    @Test
    void everyMistakeOfAPanelIsReportedAtItsPlace() {
        read("""
            panel: {id: Spring 2026, titel: x}
            projects: [rye, splet]
            assessors:
              - {id: a1, name: Li Wen, judges: [taem, output]}
              - {id: a1, name: Ann}
              - {name: Bo}
            recused:
              - {project: barley, assessor: a1, reason: x}
              - {project: rye, assessor: a9, reason: x}
              - {project: rye, assessor: a1}
            rounds:
              - {id: first}
              - {id: 1, from: 2026-05-14, until: 2026-05-01}
              - {id: 1}
            """, "");
        assertThat(messages())
                .containsExactly(
                        "panel.yaml:1:13: `Spring 2026` is not in small letters with hyphens"
                                + " | did you mean `spring-2026`?",
                        "panel.yaml:1:26: `panel` has no `titel` | did you mean `title`?",
                        "panel.yaml:2:17: unknown project `splet` | did you mean `spelt`?",
                        "panel.yaml:4:37: `taem` is neither a criterion nor a fact that a panel judges"
                                + " | did you mean `team`?",
                        "panel.yaml:4:43: no rule of `output` reads a fact that a panel judges",
                        "panel.yaml:5:10: the assessor `a1` is given already at panel.yaml:4:10",
                        "panel.yaml:6:5: an assessor needs `id`",
                        "panel.yaml:8:15: unknown project `barley`",
                        "panel.yaml:9:30: the panel has no assessor `a9` | it is one of `a1`",
                        "panel.yaml:10:5: a recusal needs `reason`",
                        "panel.yaml:12:10: `first` is not the number of a round | number the rounds 1, 2, 3",
                        "panel.yaml:13:38: the round ends before it begins",
                        "panel.yaml:14:10: round 1 is given already at panel.yaml:13:10");
    }

    @Test
    void everyMistakeOfAJudgementIsReportedAndTheOthersCount() {
        Panel panel = read(PANEL, """
            panel: spring-2026
            judgements:
              - {assessor: a3, project: rye, fact: project.team, value: 4, reason: x}
              - {assessor: a1, project: barley, fact: project.team, value: 4, reason: x}
              - {assessor: a1, project: rye, fact: project.loaves, value: 4, reason: x}
              - {assessor: a1, project: rye, fact: city.welcome, value: true, reason: x}
              - {assessor: a1, project: rye, fact: project.team, value: 6, reason: x}
              - {assessor: a1, project: rye, fact: project.novel, value: maybe, reason: x}
              - {assessor: a1, project: rye, fact: project.waste, value: 10 %}
              - {assessor: a1, project: rye, fact: project.price, value: 10, cannot-judge: true, reason: x}
              - {assessor: a1, project: rye, fact: project.price, reason: x}
              - {assessor: a2, project: spelt, fact: project.team, value: 4, reason: x}
              - {assessor: a2, project: rye, fact: project.waste, value: 10 %, reason: x}
              - {assessor: a1, project: spelt, fact: project.team, value: 4, reason: x}
              - {assessor: a1, project: spelt, fact: project.team, value: 5, reason: x}
              - {assessor: a1, project: spelt, fact: project.waste, value: 20 %, reason: x}
            """);
        assertThat(messages())
                .containsExactly(
                        "round-1.yaml:3:16: the panel has no assessor `a3` | it is one of `a1`, `a2`",
                        "round-1.yaml:4:29: unknown project `barley`",
                        "round-1.yaml:5:40: `project.loaves` is not a fact that a panel judges"
                                + " | did you mean `project.novel`?",
                        "round-1.yaml:6:40: `city.welcome` is a fact of a `city`",
                        "round-1.yaml:7:61: `6` is outside the scale from 1 to 5 | the nearest level is `5`",
                        "round-1.yaml:8:62: `value` must be true or false, not `maybe`",
                        "round-1.yaml:9:5: a judgement needs `reason`",
                        "round-1.yaml:10:66: a judgement has `value` or `cannot-judge`, not both",
                        "round-1.yaml:11:5: a judgement needs `value` or `cannot-judge: true`",
                        "round-1.yaml:12:5: `a2` is recused from `spelt` (former employer)"
                                + " | remove this judgement, or the recusal at panel.yaml:6:5",
                        "round-1.yaml:13:40: `a2` does not judge `project.waste`"
                                + " | remove this judgement, or add the fact to `judges` at panel.yaml:4:10",
                        "round-1.yaml:15:5: `a1` judges `project.team` of `spelt` twice in round 1,"
                                + " here and at round-1.yaml:14:5; neither counts | remove one of them");
        assertThat(panel.rounds().get(0).judgements())
                .extracting(Judgement::fact)
                .containsExactly("project.waste");
    }

    @Test
    void judgementsOfAnotherPanelOrRoundAreRefused() {
        Panel panel = read(PANEL, """
            panel: autumn-2026
            round: 2
            judgements: [{assessor: a1, project: rye, fact: project.team, value: 4, reason: x}]
            """);
        assertThat(messages())
                .containsExactly(
                        "round-1.yaml:1:8: these are judgements of the panel `autumn-2026`, not of `spring-2026`",
                        "round-1.yaml:2:8: these are judgements of round 2, not of round 1");
        assertThat(panel.rounds().get(0).judgements()).isEmpty();
    }

    @Test
    void aConflictOfInterestDeclaredInARoundRecusesItsAssessor() {
        Panel panel = read(PANEL, """
            recused: [{project: rye, assessor: a1, reason: owns a share}]
            judgements: [{assessor: a1, project: rye, fact: project.team, value: 4, reason: x}]
            """);
        assertThat(messages())
                .containsExactly("round-1.yaml:2:14: `a1` is recused from `rye` (owns a share)"
                        + " | remove this judgement, or the recusal at round-1.yaml:1:11");
        assertThat(panel.recusals()).extracting(Recusal::subject).containsExactly("spelt", "rye");
    }

    @Test
    void aConflictOfInterestDeclaredLaterRemovesEarlierJudgementsWithoutAProblem() {
        PanelFixture.write(
                folder,
                Map.of("round-2.yaml", "recused: [{project: rye, assessor: a1, reason: a cousin}]\njudgements: []\n"));
        Panel panel = read(PANEL + "  - {id: 2, judgements: round-2.yaml}\n", """
            judgements:
              - {assessor: a1, project: rye, fact: project.team, value: 4, reason: x}
              - {assessor: a2, project: rye, fact: project.team, value: 3, reason: y}
            """);
        assertThat(messages()).isEmpty();
        assertThat(panel.rounds().get(0).judgements())
                .extracting(Judgement::assessor)
                .containsExactly("a2");
    }

    @Test
    void aPanelNeedsAssessorsAndFactsToJudge() {
        read("{panel: {id: spring-2026}, assessors: []}", "");
        PanelScope core = new PanelScope(Vocabulary.core(), List.of(), List.of(), Unit.MONEY, Rates.NONE, Map.of());
        assertThat(PanelReader.read(folder.resolve("panel.yaml"), core, problems, notes))
                .isNull();
        assertThat(messages())
                .containsExactly(
                        "panel.yaml:1:1: the pack declares no fact that a panel judges"
                                + " | declare one with `judged` in vocabulary.yaml",
                        "panel.yaml:1:39: a panel needs at least one assessor");
    }

    @Test
    void aRoundWithoutAFileHasNoJudgementsYet() {
        PanelFixture.write(folder, Map.of("panel.yaml", PANEL));
        Panel panel = PanelFixture.read(folder);
        PanelReader.read(folder.resolve("panel.yaml"), PanelFixture.scope(), problems, notes);
        assertThat(panel.rounds().get(0).judgements()).isEmpty();
        assertThat(notes)
                .singleElement()
                .satisfies(note -> assertThat(shown(note))
                        .isEqualTo("panel.yaml:8:62: round 1 has no judgements yet: there is no file `round-1.yaml`"));
    }
}
