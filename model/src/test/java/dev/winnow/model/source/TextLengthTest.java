package dev.winnow.model.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.universe.EntryCheck;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts that are too long for a universe are refused by every reader. */
class TextLengthTest {

    private static final String LONG = "a".repeat(1_001);
    private static final String BEGINNING = "a".repeat(80) + "…" + "a".repeat(30);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            projects: [{id: p, name: %s}]                                           | name
            projects: [{id: %s, name: P}]                                           | id
            projects: [{id: p, name: P, owner: %s}]                                 | owner
            projects: [{id: p, name: P, owner: {value: %s, source: s}}]             | value
            projects: [{id: p, name: P, source: %s}]                                | source
            projects: [{id: p, name: P, technologyPartners: [a, %s]}]               | technologyPartners
            cities: [{id: c, name: %s}]                                             | name
            cities: [{id: c, name: C, zh: %s}]                                      | zh
            cities: [{id: c, name: C, leadUsers: [{firm: %s, endMarket: m}]}]       | firm
            firms: [{id: f, name: F, aliases: [%s]}]                                | aliases
            sources: [{id: %s, title: S}]                                           | id
            tracks: [{id: t, name: %s}]                                             | name
            chains: [{id: k, name: K, links: [{id: l, name: %s, stage: s}]}]        | name
            answers: [{project: p, fact: project.owner, value: %s}]                 | value
            assumptions: [{fact: project.owner, value: %s, reason: r}]              | value
            """)
    void refusesANameOfMoreThan1000Characters(String content, String key) {
        Universe universe =
                Universe.parse(Map.of("u.yaml", "universe: {name: u, asOf: 2025-01-01}\n" + content.formatted(LONG)));

        assertThat(universe.problems())
                .extracting(problem -> problem.what() + "; " + problem.advice())
                .contains("`%s` has 1001 characters, expected at most 1000: `%s`; write details as a `note`"
                        .formatted(key, BEGINNING));
        assertThat(universe.problems())
                .allSatisfy(problem ->
                        assertThat(problem.toString()).startsWith("u.yaml:2:").hasSizeLessThan(300));
        assertThat(universe.projectIds()).isEmpty();
    }

    @Test
    void leavesOutNothingElse() {
        Universe universe = Universe.parse(Map.of("u.yaml", """
                universe: {name: u, asOf: 2025-01-01}
                projects: [{id: long, name: %s}, {id: short, name: %s}]
                """.formatted(LONG, "a".repeat(1_000))));

        assertThat(universe.projectIds()).containsExactly("short");
        assertThat(universe.problems()).hasSize(1);
    }

    @Test
    void acceptsANoteOfTheLengthOfAWorkbookCell() {
        String note = "a".repeat(32_767);
        String universe = "{\"universe\": {\"name\": \"u\", \"asOf\": \"2025-01-01\"},"
                + " \"projects\": [{\"id\": \"p\", \"name\": \"P\", \"note\": \"%s\"}]}";

        assertThat(Universe.parse(Map.of("u.json", universe.formatted(note))).problems())
                .isEmpty();
        assertThat(Universe.parse(Map.of("u.json", universe.formatted(note + "a")))
                        .problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "u.json:1:97: `note` has 32768 characters, expected at most 32767: `" + BEGINNING + "`");
    }

    @Test
    void refusesALongKeyWithItsBeginning() {
        Universe universe = Universe.parse(Map.of("u.yaml", """
                universe: {name: u, asOf: 2025-01-01}
                projects: [{id: p, name: P, "%s": 1}]
                """.formatted(LONG)));

        assertThat(universe.problems())
                .extracting(Problem::toString)
                .containsExactly("u.yaml:2:29: the key `" + BEGINNING + "` has 1001 characters, expected at most 1000");
        assertThat(universe.projectIds()).isEmpty();
    }

    @Test
    void refusesALongNameOfAProgram() {
        Universe universe =
                Universe.builder().project(Map.of("id", "p", "name", LONG)).build();

        assertThat(universe.projectIds()).isEmpty();
        assertThat(universe.problems())
                .extracting(problem -> problem.what().toString())
                .containsExactly("`name` has 1001 characters, expected at most 1000: `" + BEGINNING + "`");
    }

    @Test
    void refusesALongCellOfATable() {
        Place cell = Place.cell("t.xlsx", "Projects", 2, 2);
        Node project = Node.map(
                Place.cell("t.xlsx", "Projects", 2, 1),
                List.of(
                        new Node.Field("id", cell, Node.scalar(cell, "p")),
                        new Node.Field("name", cell, Node.scalar(cell, LONG))));
        Node projects = Node.list(project.place(), List.of(project));
        Node document = Node.map(project.place(), List.of(new Node.Field("projects", project.place(), projects)));

        Universe universe = Universe.of(Vocabulary.core(), document);

        assertThat(universe.projectIds()).isEmpty();
        assertThat(universe.problems())
                .extracting(problem -> problem.place().toString())
                .containsExactly("t.xlsx:Projects!B2");
    }

    @Test
    void refusesALongNameInAFileThatIsReadProjectByProject() {
        List<Problem> problems = new ArrayList<>();
        Node entry = Objects.requireNonNull(
                Document.parse("p.json", "{\"id\": \"p\", \"name\": \"%s\"}".formatted(LONG), problems));

        assertThat(new EntryCheck(Universe.parse(Map.of("u.yaml", "universe: {name: u, asOf: 2025-01-01}")))
                        .project(entry, problems))
                .isFalse();
        assertThat(problems).hasSize(1);
    }

    @Test
    void doesNotSplitACharacterOutsideTheBasicPlane() {
        List<Problem> problems = new ArrayList<>();
        TextLength.refuse(Node.scalar(Place.file("u"), "a".repeat(79) + "𠮷".repeat(1_000)), problems);

        assertThat(problems)
                .extracting(problem -> problem.what().toString())
                .containsExactly("the text `" + "a".repeat(79) + "…" + "𠮷".repeat(15)
                        + "` has 2079 characters, expected at most 1000");
    }
}
