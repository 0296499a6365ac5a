package dev.winnow.records.content;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.source.Node;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a screening said of one project in one city, in short.
 *
 * @param project the project's id
 * @param projectName its display name
 * @param city the city's id
 * @param cityName its display name
 * @param asOf the day as of which it was judged
 * @param verdict the verdict by the rules
 */
public record PairResult(
        String project, String projectName, String city, String cityName, LocalDate asOf, Verdict verdict) {

    /** What an assessment says in short. */
    public static PairResult of(Assessment one) {
        return new PairResult(one.project(), one.projectName(), one.city(), one.cityName(), one.asOf(), one.verdict());
    }

    /** {@return pairs as a content} */
    public static Content content(List<PairResult> pairs) throws IOException {
        return Content.of(out -> {
            try (JsonGenerator json = NodeJson.generator(out)) {
                json.writeStartArray();
                for (PairResult pair : pairs) {
                    json.writeStartObject();
                    json.writeStringField("project", pair.project);
                    json.writeStringField("projectName", pair.projectName);
                    json.writeStringField("city", pair.city);
                    json.writeStringField("cityName", pair.cityName);
                    json.writeStringField("asOf", pair.asOf.toString());
                    json.writeStringField("verdict", pair.verdict.name());
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
        });
    }

    /** Reads pairs back. */
    public static List<PairResult> of(Content content) throws IOException {
        List<PairResult> pairs = new ArrayList<>();
        try (InputStream in = content.open()) {
            for (Node pair : NodeJson.read(in).items()) {
                pairs.add(new PairResult(
                        Members.text(pair, "project"),
                        Members.text(pair, "projectName"),
                        Members.text(pair, "city"),
                        Members.text(pair, "cityName"),
                        LocalDate.parse(Members.text(pair, "asOf")),
                        Verdict.valueOf(Members.text(pair, "verdict"))));
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IOException("it names no day or no verdict", e);
        }
        return pairs;
    }
}
