package dev.winnow.tables.internal.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.model.ShippedFacts;
import dev.winnow.model.universe.Universe;
import dev.winnow.tables.internal.cells.UnreadableTable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Answers of any file, as the form in a browser saves them. */
class GivenAnswerTest {

    private static final Universe UNIVERSE = Universe.read(ShippedFacts.VOCABULARY, Path.of("../seeds/semiconductor"));

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<GivenAnswer> ofJson(String text) throws UnreadableTable {
        return GivenAnswer.of(
                LaidAnswers.over(UNIVERSE, new AnswerFileReader(UNIVERSE).readJson("answers.json", bytes(text))));
    }

    @Test
    void answersOfTheFormStayAsTheyWereWritten() throws UnreadableTable {
        assertThat(ofJson("""
                                {"answers": [{"fact": "project.coInvestors", "of": "wuyuan", "answer": "Haier; Hisense",
                                  "source": "a letter", "asOf": "2026-02-01", "by": "Li Ming"}]}
                                """))
                .containsExactly(new GivenAnswer(
                        "project.coInvestors",
                        "wuyuan",
                        "Haier; Hisense",
                        null,
                        null,
                        "a letter",
                        "2026-02-01",
                        "Li Ming"));
    }

    @Test
    void theRowsOfAListComeTogetherWithWhetherItIsComplete() throws UnreadableTable {
        assertThat(ofJson("""
                                {"answers": [{"fact": "city.funds", "of": "qingdao", "answer": "the list is complete",
                                  "rows": [{"name": "Quay fund", "available": "2 bn yuan"}, {"name": "Pier fund"}],
                                  "source": "a letter", "asOf": "2026-02-01"}]}
                                """))
                .containsExactly(new GivenAnswer(
                        "city.funds",
                        "qingdao",
                        "the list is complete",
                        List.of(Map.of("name", "Quay fund", "available", "2 bn yuan"), Map.of("name", "Pier fund")),
                        null,
                        "a letter",
                        "2026-02-01",
                        null));
    }

    @Test
    void answersOfAUniverseFileAreReadAgainFromTheForm() throws UnreadableTable {
        AnswerFile file = AnswerFileReader.readDocument("answers.yaml", bytes("""
                        answers:
                          - {project: wuyuan, fact: project.coInvestors, value: [Haier, Hisense], asOf: 2026-02-01, source: letter}
                          - {project: wuyuan, fact: project.cidm, reply: don't know, asOf: 2026-02-01, source: letter}
                        """));
        assertThat(GivenAnswer.of(LaidAnswers.over(UNIVERSE, file)))
                .extracting(GivenAnswer::answer)
                .containsExactly("Haier; Hisense", "don't know");
    }

    @Test
    void aUniverseFileWithOtherContentIsRefused() {
        assertThatThrownBy(() -> AnswerFileReader.readDocument("answers.yaml", bytes("cities: []\nanswers: []\n")))
                .isInstanceOfSatisfying(
                        UnreadableTable.class,
                        refused -> assertThat(refused.problem().toString())
                                .contains("this is not a file of answers", "it contains `answers` only"));
    }
}
