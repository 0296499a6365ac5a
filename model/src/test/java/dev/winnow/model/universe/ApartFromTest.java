package dev.winnow.model.universe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.source.Problem;
import dev.winnow.model.source.TextFile;
import dev.winnow.model.vocabulary.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Properties of projects, cities and rows that are declared as distinct share no value. */
class ApartFromTest {

    private static final String DECLARED = """
        project:
          partner: {is: firm, name: partner, apart-from: owner}
        city:
          anchors: {is: list of firms, name: anchors}
          rivals: {is: list of firms, name: rivals, apart-from: anchors}
        city lists:
          schools:
            row: School
            key: [school]
            has:
              school: {is: text, name: school}
              teaches: {is: list of texts, name: teaches}
              stopped: {is: text, name: no longer teaches, apart-from: teaches}
        """;

    private Vocabulary vocabulary = Vocabulary.core();

    @BeforeEach
    void declare() {
        List<Problem> problems = new ArrayList<>();
        vocabulary = Vocabulary.of(
                Objects.requireNonNull(Objects.requireNonNull(
                                TextFile.of("vocabulary.yaml", DECLARED.getBytes(StandardCharsets.UTF_8), problems))
                        .parse(problems)),
                problems);
        assertThat(problems).isEmpty();
    }

    private Universe read(String content) {
        return Universe.parse(vocabulary, Map.of("u.yaml", "universe: {name: town, asOf: 2024-01-01}\n" + content));
    }

    private static String problem(Universe universe) {
        assertThat(universe.problems()).hasSize(1);
        return universe.problems().get(0).toString();
    }

    @Test
    void aProjectIsNotItsOwnPartner() {
        assertThat(problem(read("projects: [{id: rye, owner: Mill, partner: Mill}]\n")))
                .isEqualTo("""
                    u.yaml:2:44: `partner` contains `Mill`, which is also in `owner`
                       |   projects: [{id: rye, owner: Mill, partner: Mill}]
                       |                                              ^^^^\
                    """);
    }

    @Test
    void aCityWithSuchAContradictionIsRefused() {
        Universe universe = read("cities: [{id: mill, anchors: [Cafe, Inn], rivals: {value: [Shop, Inn]}}]\n");
        assertThat(problem(universe)).isEqualTo("""
            u.yaml:2:66: `rivals` contains `Inn`, which is also in `anchors`
               |   cities: [{id: mill, anchors: [Cafe, Inn], rivals: {value: [Shop, Inn]}}]
               |                                                                    ^^^\
            """);
        assertThat(universe.asOf(universe.asOf(), true).cities()).isEmpty();
    }

    @Test
    void aRowWithAContradictionIsLeftOutAndItsListIsIncomplete() {
        Universe universe = read("""
            cities:
              - id: mill
                schools: [{school: North, teaches: [baking], stopped: baking}, {school: South, teaches: [baking], stopped: milling}]
                complete: [schools]
            """);
        assertThat(problem(universe)).isEqualTo("""
            u.yaml:4:59: `stopped` contains `baking`, which is also in `teaches`
               |   schools: [{school: North, teaches: [baking], stopped: baking}, {school: South, teaches: [baking], stopped: milling}]
               |                                                         ^^^^^^\
            """);
        Facts facts = universe.asOf(universe.asOf(), true);
        assertThat(facts.complete("mill", "schools")).isFalse();
        assertThat(facts.rows("mill")).hasSize(1);
    }
}
