package dev.winnow.past.exceptions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.winnow.console.PackCopy;
import dev.winnow.console.Run;
import dev.winnow.report.Golden;
import dev.winnow.report.internal.layout.Columns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Output of {@code winnow exceptions}. */
class ExceptionsTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String DRAFT = "drafts/battery";

    @TempDir
    private static Path folder;

    private static String records = "";

    /** A screening of the invented universe, with a decision that agrees with the rules and four that do not. */
    @BeforeAll
    static void decide() {
        records = folder.resolve("records.db").toString();
        run("screen", "-u", "illustrative", "-r", "battery", "--record");
        decide("scooterpack", "hold", "As the rules say");
        decide("nickelworks", "hold", "At first");
        decide("nickelworks", "recommend", "The province pays the rest");
        decide("clearsalt", "recommend", "The buyer signs next week");
        decide("spinframe", "hold", "Its machines are leased");
        decide("solidstart", "recommend", "A flagship");
        PackCopy draft = PackCopy.of("battery", folder.resolve("drafts"));
        assertThat(draft.text("pack.yaml")).contains("recommend: 50");
        draft.write("pack.yaml", draft.text("pack.yaml").replace("recommend: 50", "recommend: 45"));
    }

    private static void decide(String project, String decision, String reason) {
        run("decide", project, "alderbay", decision, "--reason", reason, "--by", "Board");
    }

    private static Run run(String... arguments) {
        List<String> words = new ArrayList<>(Arrays.asList(arguments));
        words.addAll(List.of("--records", records, "-q"));
        Run run = Run.winnow(words.toArray(String[]::new));
        assertThat(run.exit()).as(run.err()).isZero();
        return run;
    }

    @ParameterizedTest
    @CsvSource({"en, exceptions.txt", "zh, exceptions-zh.txt"})
    void decisionsAreGroupedByTheRuleOverruled(String language, String golden) {
        String out = run("exceptions", "-r", "battery", "--lang", language).out();
        Golden.assertSame("samples/" + golden, out);
        assertThat(out.lines())
                .allSatisfy(line -> assertThat(Columns.width(line)).isLessThanOrEqualTo(Columns.PAGE));
    }

    @Test
    void theLastDecisionAboutAPairCounts() throws IOException {
        JsonNode json =
                JSON.readTree(run("exceptions", "-r", "battery", "-f", "json").out());
        assertThat(json.get("decisions").intValue()).isEqualTo(5);
        assertThat(json.get("exceptions"))
                .extracting(one -> one.get("project").textValue() + " "
                        + one.get("rules").textValue() + " → "
                        + one.get("decision").textValue())
                .containsExactly(
                        "nickelworks DECLINE → RECOMMEND",
                        "clearsalt HOLD → RECOMMEND",
                        "spinframe RECOMMEND → HOLD",
                        "solidstart HOLD → RECOMMEND");
        Golden.assertSame("samples/exceptions.json", json.toPrettyString() + "\n");
    }

    @Test
    void aChangedPackMakesAnExceptionDisappear() throws IOException {
        String draft = folder.resolve(DRAFT).toString();
        JsonNode json =
                JSON.readTree(run("exceptions", "-r", draft, "-f", "json").out());
        assertThat(json.get("exceptions"))
                .filteredOn(one -> one.get("today").equals(one.get("decision")))
                .extracting(one -> one.get("project").textValue())
                .containsExactly("clearsalt");
        assertThat(run("exceptions", "-r", draft).out().replaceAll("\\s+", " "))
                .contains("Of 4 that today’s pack judges, it agrees with 1.");
    }

    @Test
    void anotherPackJudgesNoRecord() throws IOException {
        JsonNode json = JSON.readTree(run("exceptions", "-f", "json").out());
        assertThat(json.get("exceptions"))
                .allSatisfy(one -> assertThat(one.get("today").isNull()).isTrue());
        assertThat(run("exceptions").out()).doesNotContain("judges");
    }

    @Test
    void decisionsOfATableAreJudgedOnTheirDay() throws IOException {
        Path table = Files.writeString(folder.resolve("decisions.csv"), """
                project,city,day,outcome,reason,by
                nickelworks,alderbay,2025-06-01,approved,The province pays the rest,Board
                nickelworks,birchport,2025-06-01,declined,,
                spinframe,alderbay,2025-06-01,aproved,,
                """);
        Run run = Run.winnow(
                "exceptions", "--from", table.toString(), "-u", "illustrative", "-r", "battery", "-f", "json", "-q");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("unknown outcome `aproved`", "did you mean `approved`?");
        JsonNode json = JSON.readTree(run.out());
        assertThat(json.get("decisions").intValue()).isEqualTo(2);
        assertThat(json.at("/exceptions/0/asOf").textValue()).isEqualTo("2025-06-01");
        assertThat(json.at("/exceptions/0/reason").textValue()).isEqualTo("The province pays the rest");
    }

    @Test
    void aListWithoutHeldDecisionsIsReadAsYesOrNo() throws IOException {
        Path table = folder.resolve("decisions.csv");
        String rows = """
                project,city,outcome
                bigcell,alderbay,declined
                purecarbon,alderbay,declined
                """; // RECOMMEND and HOLD by the rules
        String remark = "No decision of the list is held, so people only said yes or no: declined means that the rules"
                + " must not recommend.";
        String[] words = {"exceptions", "--from", table.toString(), "-u", "illustrative", "-r", "battery", "-q"};
        Files.writeString(table, rows);
        assertThat(Run.winnow(words).out().replaceAll("\\s+", " "))
                .contains("Against the verdict of the rules: 1 of 2 decisions. " + remark);
        Files.writeString(table, rows + "clearsalt,nowhere,held\n");
        assertThat(Run.winnow(words).out().replaceAll("\\s+", " "))
                .as("a held decision that is left out is held")
                .contains("Against the verdict of the rules: 2 of 2 decisions.")
                .doesNotContain(remark);
    }

    @Test
    void everyFormatListsEachDecisionUnderItsRule() {
        assertThat(run("exceptions", "-r", "battery", "-f", "csv").out().lines())
                .hasSize(5)
                .anyMatch(line -> line.startsWith("KNOCK_OUT,No funding in sight,Nickelworks cathode plant,"));
        assertThat(run("exceptions", "-r", "battery", "-f", "html").out()).contains("The province pays the rest");
        run(
                "exceptions",
                "-r",
                "battery",
                "-o",
                folder.resolve("exceptions.xlsx").toString());
        run(
                "exceptions",
                "-r",
                "battery",
                "-o",
                folder.resolve("exceptions.docx").toString());
    }

    @Test
    void missingDecisionsAreReported() {
        assertThat(Run.winnow("exceptions", "--from", "nothing.csv", "-q"))
                .isEqualTo(new Run(
                        3, "", "nothing.csv: there is no such file\nwinnow: 1 problem; nothing was compared\n"));
        assertThat(Run.winnow(
                                "exceptions",
                                "--records",
                                folder.resolve("none.db").toString(),
                                "-q")
                        .err())
                .contains("there are no records in");
        assertThat(Run.winnow("exceptions", "--from", "universe", "-u", "illustrative", "-r", "battery", "-q")
                        .out())
                .contains("There is no decision to compare with the rules.");
    }
}
