package dev.winnow.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.winnow.analysis.insight.Insight;
import dev.winnow.analysis.paths.DecisionPath;
import dev.winnow.analysis.paths.DecisionPath.SupposedAnswer;
import dev.winnow.analysis.paths.DecisionPaths;
import dev.winnow.analysis.paths.DecisionPaths.Clearing;
import dev.winnow.analysis.reversal.Reversal;
import dev.winnow.analysis.reversal.Reversal.Step;
import dev.winnow.analysis.weights.CandidateRobustness;
import dev.winnow.analysis.weights.CandidateRobustness.Acceptability;
import dev.winnow.analysis.weights.Estimate;
import dev.winnow.analysis.weights.Ranking;
import dev.winnow.analysis.weights.WeightInterval;
import dev.winnow.engine.explain.CaseStep.Value;
import dev.winnow.engine.explain.Obstacle;
import dev.winnow.engine.explain.Obstacle.Gap;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Screening;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Unit;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the members of the screening contract about robustness, obstacles, reversals and ways to a decision. */
final class InsightJson {

    private final JsonGenerator json;
    private final @Nullable Insight insight;

    /** @param insight null if nothing of it is known: its members are null then */
    InsightJson(JsonGenerator json, @Nullable Insight insight) {
        this.json = json;
        this.insight = insight;
    }

    /** What is ranked together. */
    private record Ranked(String city, LocalDate asOf) {}

    /** Writes the member about the rankings of a screening. */
    void rankings(Screening screening) throws IOException {
        json.writeArrayFieldStart("rankings");
        if (insight != null) {
            Set<Ranked> asked = new HashSet<>();
            screening.assessments().forEach(one -> asked.add(new Ranked(one.city(), one.asOf())));
            for (Ranking ranking : insight.robustness().rankings()) {
                if (asked.contains(new Ranked(ranking.city(), ranking.asOf()))) {
                    ranking(ranking);
                }
            }
        }
        json.writeEndArray();
    }

    private void ranking(Ranking ranking) throws IOException {
        json.writeStartObject();
        json.writeStringField("city", ranking.city());
        json.writeStringField("asOf", ranking.asOf().toString());
        json.writeStringField("first", ranking.first().project());
        robust(ranking.isRobust(), ranking.dependsOn());
        json.writeNumberField("samples", ranking.samples());
        json.writeNumberField("seed", ranking.seed());
        weights(ranking.weights());
        json.writeEndObject();
    }

    /** Writes the members about one assessment. */
    void assessment(Explanation explanation) throws IOException {
        Assessment assessment = explanation.assessment();
        if (insight == null) {
            json.writeNullField("sure");
        } else {
            sure(insight.standing(assessment));
        }
        if (insight == null || !insight.isExplained()) {
            json.writeNullField("whyNot");
            json.writeNullField("changes");
            json.writeNullField("ways");
            json.writeNullField("clearings");
            return;
        }
        json.writeArrayFieldStart("whyNot");
        for (Obstacle obstacle : insight.obstacles(assessment)) {
            obstacle(obstacle);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("changes");
        for (Reversal reversal : insight.reversals(assessment)) {
            reversal(reversal);
        }
        json.writeEndArray();
        DecisionPaths ways = insight.ways(explanation);
        JsonContract.list(json, "ways", ways.all(), this::way);
        JsonContract.list(json, "clearings", ways.clearings(), this::clearing);
    }

    private void way(DecisionPath way) throws IOException {
        json.writeStartObject();
        json.writeStringField("to", way.to().name());
        json.writeBooleanField("fewest", way.fewest());
        JsonContract.list(json, "answers", way.answers(), this::answer);
        json.writeEndObject();
    }

    private void clearing(Clearing clearing) throws IOException {
        json.writeStartObject();
        json.writeStringField("rule", clearing.rule());
        json.writeStringField("title", clearing.title());
        JsonContract.list(json, "answers", clearing.answers(), this::answer);
        json.writeEndObject();
    }

    private void answer(SupposedAnswer answer) throws IOException {
        json.writeStartObject();
        json.writeStringField("fact", answer.fact());
        if (answer.value() instanceof Figure figure) {
            JsonContract.figure(json, figure);
        } else {
            json.writeFieldName("value");
            if (answer.value() instanceof Boolean yes) {
                json.writeBoolean(yes);
            } else if (answer.value() instanceof Collection<?> list) {
                json.writeStartArray();
                for (Object one : list) {
                    json.writeString(one.toString());
                }
                json.writeEndArray();
            } else {
                json.writeString(answer.value().toString());
            }
            json.writeNullField("bound");
        }
        json.writeEndObject();
    }

    private void sure(CandidateRobustness standing) throws IOException {
        json.writeObjectFieldStart("sure");
        robust(standing.isRobust(), standing.dependsOn());
        Acceptability fared = standing.acceptability();
        estimate("verdict", fared == null ? null : fared.verdict());
        estimate("first", fared == null ? null : fared.first());
        estimate("ranked", fared == null ? null : fared.ranked());
        JsonContract.number(json, "best", fared == null ? null : BigDecimal.valueOf(fared.best()));
        JsonContract.number(json, "worst", fared == null ? null : BigDecimal.valueOf(fared.worst()));
        weights(standing.weights());
        json.writeEndObject();
    }

    private void robust(boolean robust, Optional<WeightInterval> dependsOn) throws IOException {
        json.writeBooleanField("robust", robust);
        JsonContract.text(
                json,
                "dependsOn",
                robust ? null : dependsOn.map(WeightInterval::criterion).orElse(null));
    }

    private void estimate(String name, @Nullable Estimate estimate) throws IOException {
        if (estimate == null) {
            json.writeNullField(name);
            return;
        }
        json.writeObjectFieldStart(name);
        JsonContract.number(json, "share", estimate.share());
        JsonContract.number(json, "error", estimate.error());
        json.writeEndObject();
    }

    private void weights(List<WeightInterval> weights) throws IOException {
        json.writeArrayFieldStart("weights");
        for (WeightInterval one : weights) {
            json.writeStartObject();
            json.writeStringField("criterion", one.criterion());
            JsonContract.number(json, "weight", one.weight());
            JsonContract.number(json, "from", one.from());
            JsonContract.number(json, "to", one.to());
            JsonContract.text(json, "below", one.below());
            JsonContract.text(json, "above", one.above());
            JsonContract.number(json, "least", one.least());
            JsonContract.number(json, "most", one.most());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void obstacle(Obstacle obstacle) throws IOException {
        boolean award = obstacle.rule().effect().hasPoints();
        json.writeStartObject();
        json.writeStringField("rule", obstacle.rule().id());
        json.writeStringField("title", obstacle.rule().title());
        json.writeStringField("criterion", obstacle.rule().criterion());
        json.writeStringField("effect", obstacle.rule().effect().name());
        JsonContract.number(json, "points", award ? obstacle.rule().points() : null);
        JsonContract.number(json, "worth", obstacle.worth());
        json.writeStringField("kind", obstacle.kind().name());
        json.writeStringField("file", obstacle.place().file());
        json.writeNumberField("line", obstacle.place().line());
        json.writeNumberField("column", obstacle.place().column());
        json.writeStringField("constraint", obstacle.constraint());
        json.writeStringField("type", obstacle.type());
        JsonContract.text(json, "row", obstacle.row());
        json.writeNumberField("rows", obstacle.rows());
        json.writeArrayFieldStart("values");
        for (Value value : obstacle.values()) {
            json.writeStartObject();
            json.writeStringField("name", value.name());
            json.writeStringField("value", value.value());
            JsonContract.text(json, "limit", value.limit());
            json.writeEndObject();
        }
        json.writeEndArray();
        gap(obstacle.gap());
        json.writeEndObject();
    }

    private void gap(@Nullable Gap gap) throws IOException {
        if (gap == null) {
            json.writeNullField("gap");
            return;
        }
        json.writeObjectFieldStart("gap");
        figure("found", gap.found());
        json.writeStringField("sign", gap.sign());
        figure("needed", gap.needed());
        JsonContract.number(json, "distance", JsonContract.finite(gap.distance().low()));
        json.writeStringField("unit", unit(gap.found().unit()));
        JsonContract.text(json, "limit", gap.limit());
        json.writeEndObject();
    }

    private void reversal(Reversal reversal) throws IOException {
        json.writeStartObject();
        json.writeStringField("to", reversal.to().name());
        JsonContract.number(json, "size", reversal.size());
        json.writeArrayFieldStart("steps");
        for (Step step : reversal.steps()) {
            json.writeStartObject();
            json.writeStringField("fact", step.figure().figure());
            json.writeStringField("why", step.figure().why());
            figure("now", step.now());
            figure("then", step.then());
            figure("half", step.half());
            json.writeStringField("unit", unit(step.then().unit()));
            JsonContract.number(json, "change", step.change());
            json.writeBooleanField("strict", step.strict());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringField("halfway", reversal.halfway().name());
        json.writeObjectFieldStart("score");
        JsonContract.number(json, "low", reversal.after().score().low());
        JsonContract.number(json, "high", reversal.after().score().high());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String unit(Unit unit) {
        return unit.id();
    }

    /** A figure as evidence has it: its value, or both ends of a range, and its bound. */
    private void figure(String name, @Nullable Figure figure) throws IOException {
        if (figure == null) {
            json.writeNullField(name);
            return;
        }
        json.writeObjectFieldStart(name);
        JsonContract.figure(json, figure);
        json.writeEndObject();
    }
}
