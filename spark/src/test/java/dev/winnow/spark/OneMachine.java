package dev.winnow.spark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.winnow.analysis.insight.Insight;
import dev.winnow.analysis.weights.Robustness;
import dev.winnow.engine.Progress;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.model.universe.Universe;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.json.ContractAdditions;
import dev.winnow.report.json.Fields;
import dev.winnow.report.json.ScreeningJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Dataset;

/** The results of {@code winnow screen} for a universe, in one process without Spark. */
final class OneMachine {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ScreeningResult result;
    private final Insight insight;
    private final Wording wording;

    private OneMachine(ScreeningResult result, Insight insight) {
        this.result = result;
        this.insight = insight;
        this.wording = Wording.inLanguage(result.pack().language());
    }

    static OneMachine of(RulePack pack, Universe universe) {
        ScreeningResult result = ScreeningRequest.of(pack, universe).screen(Progress.NONE);
        return new OneMachine(result, Insight.of(result));
    }

    static OneMachine of(ScreeningRequest request, long seed, int samples) {
        ScreeningResult result = request.screen(Progress.NONE);
        return new OneMachine(
                result,
                Insight.of(
                        result.session(),
                        false,
                        () -> Robustness.of(result.session(), result.whole().assessments(), seed, samples)));
    }

    /** Returns the lines of {@code -f ndjson --fields …}. */
    List<String> lines(Collection<String> fields) {
        Fields some = Fields.of(fields);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new ScreeningJson(result.asked(), insight, ContractAdditions.NONE, wording, some)
                    .writeLines(some.explained(result.session(), result.asked().assessments()), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /** Returns the compact JSON of {@code -f json --fields rankings}. */
    String rankings() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ScreeningJson.write(result, insight, ScreeningJson.Layout.COMPACT, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String json = out.toString(StandardCharsets.UTF_8);
        return json.substring(json.lastIndexOf("\"rankings\":"));
    }

    /** Returns lines of a cluster in the order of {@code screen}. */
    static List<String> sorted(Dataset<String> lines) {
        return lines.collectAsList().stream()
                .sorted(Comparator.comparing(
                        OneMachine::read,
                        Comparator.<JsonNode, String>comparing(
                                        one -> one.get("city").asText())
                                .thenComparing(one -> one.get("asOf").asText())
                                .thenComparing(one -> one.path("rank").asInt())
                                .thenComparing(one -> one.path("project").asText())))
                .toList();
    }

    /** Returns the rankings of a cluster as {@link #rankings} has them. */
    static String rankings(SparkScreening.Result result) {
        return "\"rankings\":[" + String.join(",", sorted(result.rankings())) + "]}\n";
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
