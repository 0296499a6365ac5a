package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.winnow.console.Run;
import dev.winnow.model.result.Side;
import dev.winnow.model.result.Verdict;
import dev.winnow.report.json.ScreeningDocument;
import dev.winnow.report.json.ScreeningJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The JSON contract for the shipped packs and universes. */
class ContractTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final Map<String, String> TEXTS = new HashMap<>();

    @AfterAll
    static void forget() {
        TEXTS.clear();
    }

    static Stream<String> screenings() {
        return Stream.of(
                "screen -f json",
                "screen -f json --as-of decision",
                "screen -f json -u illustrative -r battery",
                "explain sien qingdao -f json");
    }

    @ParameterizedTest
    @MethodSource("screenings")
    void onlyExplanationsContainObstaclesAndChanges(String line) throws IOException {
        JsonNode all = read(line).get("assessments");
        assertThat(all).isNotEmpty();
        for (JsonNode one : all) {
            for (String key : List.of("whyNot", "changes", "ways", "clearings")) {
                assertThat(one.get(key).isArray()).as(key).isEqualTo(line.startsWith("explain"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("screenings")
    void everyRankingHasItsRobustness(String line) throws IOException {
        JsonNode rankings = read(line).get("rankings");
        assertThat(rankings).isNotEmpty();
        each(rankings, "city", "asOf", "first", "robust", "dependsOn", "samples", "seed", "weights", "tied");
    }

    @Test
    void eachChangeNamesItsFigures() throws IOException {
        JsonNode one = read("explain thinfilm birchport -u illustrative -r battery -f json")
                .get("assessments")
                .get(0);
        assertThat(one.get("changes")).isNotEmpty();
        for (JsonNode change : one.get("changes")) {
            each(change.get("steps"), "fact", "why", "now", "then", "half", "unit", "change", "strict");
            assertThat(change.get("halfway").textValue())
                    .isNotEqualTo(change.get("to").textValue());
        }
    }

    @ParameterizedTest
    @MethodSource("screenings")
    void numbersAreShortAndPlain(String line) {
        assertThat(text(line))
                .doesNotContainPattern(": -?\\d+(\\.\\d*)?[eE]")
                .doesNotContainPattern(": -?\\d+\\.\\d{7}")
                .doesNotContainPattern(": -?\\d+\\.\\d*0[,\n]")
                .doesNotContain("\r")
                .endsWith("}\n");
    }

    @ParameterizedTest
    @MethodSource("screenings")
    void contributionsAddUpToTheLowOfTheirSide(String line) throws IOException {
        for (JsonNode one : read(line).get("assessments")) {
            Map<String, String> side = new HashMap<>();
            one.get("criteria")
                    .forEach(score -> side.put(
                            score.get("id").textValue(), score.get("side").textValue()));
            for (String whose : List.of("city", "project")) {
                BigDecimal sum = BigDecimal.ZERO;
                for (String list : List.of("findings", "undetermined")) {
                    for (JsonNode entry : one.get(list)) {
                        if (whose.equals(side.get(entry.get("criterion").textValue()))) {
                            sum = sum.add(entry.get("contribution").decimalValue());
                        }
                    }
                }
                assertThat(sum)
                        .as("%s in %s, side %s", one.get("project"), one.get("city"), whose)
                        .isEqualByComparingTo(
                                one.get("sides").get(whose).get("low").decimalValue());
            }
        }
    }

    static Stream<String> everyPart() {
        return Stream.concat(
                screenings(),
                Stream.of(
                        "explain thinfilm birchport -u illustrative -r battery -f json",
                        "explain hisense-xinxin qingdao -f json --lang zh"));
    }

    @ParameterizedTest
    @MethodSource("everyPart")
    void aStoredScreeningIsRewrittenByteForByte(String line) throws IOException {
        ScreeningDocument document = stored(text(line));
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        ScreeningJson.write(document, again);

        assertThat(again.toString(StandardCharsets.UTF_8)).isEqualTo(text(line));
        assertThat(document.assessments()).hasSameSizeAs(read(line).get("assessments"));
    }

    @Test
    void aStoredScreeningIsReadIntoTypes() throws IOException {
        ScreeningDocument.Assessment first = stored(text("screen -f json")).assessments().stream()
                .filter(one -> one.project().equals("sien") && one.city().equals("qingdao"))
                .findFirst()
                .orElseThrow();

        assertThat(first.verdict()).isEqualTo(Verdict.RECOMMEND);
        assertThat(first.rank()).isEqualTo(1);
        assertThat(first.binds()).isIn(Side.CITY, Side.PROJECT);
        assertThat(first.findings()).isNotEmpty();
        assertThat(first.score().low()).isPositive();
    }

    @Test
    void unknownKeysAreIgnored() throws IOException {
        String text = text("screen -f json");

        assertThat(stored(text.replaceFirst("\\{", "{\n  \"later\": [1],"))).isEqualTo(stored(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"schema\": 1|\"schema\": 2|this is no screening that can be read: it is of schema 2, not 1",
                "\"binds\": \"city\"|\"binds\": \"town\"|\"town\"",
                "\"known\"|\"unknown\"|known",
                "\"verdict\": \"RECOMMEND\"|\"verdict\": null|verdict",
                "\"because\": \"ON_CONDITION\"|\"because\": \"LUCK\"|LUCK",
            })
    void documentsOtherThanScreeningsAreRefused(String there, String instead, String why) {
        String text = text("screen -f json");
        String broken = text.replace(there, instead);
        assertThat(broken).isNotEqualTo(text);

        assertThatThrownBy(() -> stored(broken))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("this is no screening that can be read: ")
                .hasMessageContaining(why);
    }

    @Test
    void aTruncatedScreeningIsRefused() {
        String text = text("screen -f json");

        assertThatThrownBy(() -> stored(text.substring(0, text.length() / 2))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> stored(text + "{}")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> stored("")).isInstanceOf(IOException.class);
    }

    private static ScreeningDocument stored(String text) throws IOException {
        return ScreeningJson.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void everyKeyIsDocumented() throws IOException {
        String docs = Files.readString(Run.HOME.resolve("docs/json.md"));
        Set<String> keys = new TreeSet<>();
        collect(read("explain thinfilm birchport -u illustrative -r battery -f json"), keys);
        collect(read("screen -f json"), keys);
        assertThat(keys)
                .hasSizeGreaterThan(40)
                .allSatisfy(key -> assertThat(docs).containsPattern("[`.\"]" + key + "[`.\"\\[]"));
    }

    private static void collect(JsonNode node, Set<String> keys) {
        node.fieldNames().forEachRemaining(keys::add);
        node.forEach(child -> collect(child, keys));
    }

    private static JsonNode read(String line) throws IOException {
        return JSON.readTree(text(line));
    }

    /** Runs each command line once, because its output is always the same. */
    private static String text(String line) {
        return TEXTS.computeIfAbsent(line, any -> {
            Run run = Run.winnow(line.split(" "));
            assertThat(run.exit()).isZero();
            return run.out();
        });
    }

    private static void each(JsonNode list, String... keys) {
        list.forEach(item -> assertKeys(item, keys));
    }

    private static void assertKeys(JsonNode node, String... keys) {
        assertThat(node.fieldNames()).toIterable().containsExactly(keys);
    }
}
