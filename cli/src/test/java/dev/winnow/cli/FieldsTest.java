package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.winnow.analysis.insight.Insight;
import dev.winnow.console.Run;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.model.source.Language;
import dev.winnow.model.universe.Universe;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.contents.Sheets;
import dev.winnow.report.json.ContractAdditions;
import dev.winnow.report.json.Fields;
import dev.winnow.report.json.ScreeningJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --fields} writes the selected fields with the values of a full result, and computes nothing else. */
class FieldsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String EXPLAIN = "explain looper alderbay -u illustrative -r battery -q";
    private static final String SCREEN = "screen -u illustrative -r battery -q";

    private static String out(String command, String... more) {
        Run run = Run.winnow(
                Stream.concat(Stream.of(command.split(" ")), Stream.of(more)).toArray(String[]::new));
        assertThat(run.exit()).as(run.err()).isZero();
        return run.out();
    }

    /** Removes the fields that are not selected from a full result. */
    private static JsonNode kept(JsonNode whole, Set<String> fields) {
        ObjectNode kept = whole.deepCopy();
        List<String> names = new ArrayList<>();
        kept.fieldNames().forEachRemaining(names::add);
        names.removeIf(name ->
                fields.contains(name) || Set.of("schema", "pack", "universe").contains(name));
        kept.remove(names);
        return kept;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "project,city,asOf,verdict,because,rank,score,binds,known,sides,district,chainActions,tied,possible",
                "criteria,findings,undetermined,conditions,questions",
                "base",
                "sure",
                "whyNot,changes",
                "baseWays",
                "ways,clearings,knownWays"
            })
    void aSelectedFieldEqualsThatOfTheFullResult(String names) throws IOException {
        Set<String> fields = Set.of(names.split(","));
        JsonNode whole =
                JSON.readTree(out(EXPLAIN, "-f", "json")).get("assessments").get(0);
        JsonNode some = JSON.readTree(out(EXPLAIN, "-f", "json", "--fields", names));

        assertThat(some.has("rankings")).isFalse();
        assertThat(some.get("assessments").get(0)).isEqualTo(kept(whole, fields));
    }

    /** A field derived from reasons would be empty alone if the code did not treat it as such. */
    @Test
    void noFieldIsEmptyWhenSelectedAlone() throws IOException {
        JsonNode whole =
                JSON.readTree(out(EXPLAIN, "-f", "json")).get("assessments").get(0);
        for (String field : Fields.OF_ASSESSMENT) {
            JsonNode alone = JSON.readTree(out(EXPLAIN, "-f", "json", "--fields", field));
            assertThat(alone.get("assessments").get(0)).isEqualTo(kept(whole, Set.of(field)));
        }
    }

    @Test
    void linesHaveTheSelectedFields() throws IOException {
        List<String> lines = out(SCREEN, "-f", "ndjson").lines().toList();
        List<String> some = out(SCREEN, "-f", "ndjson", "--fields", "rank, verdict,questions,project")
                .lines()
                .toList();

        assertThat(some).hasSameSizeAs(lines);
        for (int i = 0; i < lines.size(); i++) {
            assertThat(JSON.readTree(some.get(i)))
                    .isEqualTo(kept(JSON.readTree(lines.get(i)), Set.of("rank", "verdict", "questions", "project")));
        }
    }

    @Test
    void linesWithoutRanksHaveTheSelectedFields() throws IOException {
        List<String> lines = out(SCREEN, "-f", "ndjson", "--unranked").lines().toList();
        for (String names : List.of("project,score", "base", "findings")) {
            List<String> some = out(SCREEN, "-f", "ndjson", "--unranked", "--fields", names)
                    .lines()
                    .toList();
            assertThat(some).hasSameSizeAs(lines);
            for (int i = 0; i < lines.size(); i++) {
                assertThat(JSON.readTree(some.get(i)))
                        .isEqualTo(kept(JSON.readTree(lines.get(i)), Set.of(names.split(","))));
            }
        }
    }

    @Test
    void rankingsAreWrittenIfSelected() throws IOException {
        assertThat(JSON.readTree(out(SCREEN, "-f", "json", "--fields", "rankings"))
                        .get("rankings"))
                .isEqualTo(JSON.readTree(out(SCREEN, "-f", "json")).get("rankings"));
    }

    @Test
    void aTableHasTheSelectedColumns() {
        List<String> whole = out(SCREEN, "-f", "csv").lines().toList();
        List<String> some = out(SCREEN, "-f", "csv", "--fields", "base,project,score,tied")
                .lines()
                .toList();

        assertThat(Stream.of(whole.get(0).split(","))
                        .map(name -> name.replaceFirst("\\..*", ""))
                        .distinct())
                .containsExactlyElementsOf(Sheets.FIELDS);
        assertThat(some.get(0))
                .isEqualTo("project,tied,score.low,score.high,base.verdict,base.score.low,base.score.high");
        assertThat(some).hasSameSizeAs(whole);
        assertThat(whole.get(1)).startsWith(some.get(1).split(",")[0] + ",");
    }

    @Test
    void anUnknownFieldIsRefusedWithASuggestion() {
        Run run = Run.winnow("screen", "-f", "csv", "--fields", "project,verdit");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualTo(
                        "winnow: unknown field `verdit`; expected one of `project`, `city`, `asOf`, `verdict`, `because`,"
                                + " `rank`, `tied`, `score`, `binds`, `known`, `sides`, `district`, `chainActions`, `criteria`,"
                                + " `questions`, `projectName`, `cityName`, `illustrative`, `possible`, `conditions`, `reason`,"
                                + " `openKnockOut`, `base`, `pack`, `universe`; did you mean `verdict`?\n");
    }

    @Test
    void otherFormatsHaveNoFields() {
        Run run = Run.winnow("screen", "--fields", "project");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("winnow: `--fields` requires `-f json`, `-f ndjson` or `-f csv`\n");
    }

    @Test
    void onlySelectedFieldsAreComputed() throws IOException {
        RulePack pack = RulePack.load(Run.HOME.resolve("rules/semiconductor"));
        Universe universe = Universe.read(pack.vocabulary(), Run.HOME.resolve("seeds/semiconductor"));
        ScreeningResult result = Screener.of(pack).open(universe).result();
        Insight never = Insight.of(result.session(), true, () -> {
            throw new AssertionError("weights were sampled");
        });
        Fields fields = Fields.of(Set.of("project", "verdict"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        ScreeningJson.write(result, never, ContractAdditions.NONE, Wording.inLanguage(Language.EN), fields, out);

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"verdict\"").doesNotContain("rankings");
        assertThat(fields.explained(result.session(), result.asked().assessments()))
                .isNotEmpty()
                .allMatch(one -> one.findings().isEmpty() && one.undetermined().isEmpty());
        assertThat(Fields.of(Set.of("questions"))
                        .explained(result.session(), result.asked().assessments()))
                .isNotEmpty()
                .allMatch(one -> one.critical() == null);
    }
}
