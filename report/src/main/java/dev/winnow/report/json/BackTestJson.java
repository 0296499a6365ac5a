package dev.winnow.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.winnow.analysis.backtest.BackTest;
import dev.winnow.analysis.backtest.BackTestCase;
import dev.winnow.analysis.backtest.RuleDiscrimination;
import dev.winnow.analysis.backtest.RuleDiscrimination.Count;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.BaseCase;
import dev.winnow.model.result.Finding;
import dev.winnow.model.result.Verdict;
import dev.winnow.report.text.BackTests;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes back-tests as JSON, schema 1, a stable contract that {@code docs/json.md} describes. */
public final class BackTestJson {

    private static final int SCHEMA = 1;

    private final BackTests tests;
    private final JsonGenerator json;

    private BackTestJson(BackTests tests, JsonGenerator json) {
        this.tests = tests;
        this.json = json;
    }

    /** Writes back-tests in UTF-8, without closing the stream. */
    public static void write(BackTests tests, OutputStream out) throws IOException {
        try (JsonGenerator json = JsonContract.generator(out)) {
            new BackTestJson(tests, json).whole();
            json.writeRaw('\n');
        }
    }

    /** Writes each assessment by itself, a line each. */
    public static void writeLines(BackTests tests, OutputStream out) throws IOException {
        try (JsonGenerator json = JsonContract.lines(out)) {
            BackTestJson contract = new BackTestJson(tests, json);
            for (BackTest test : tests.list()) {
                contract.lines("then", test, false);
                contract.lines("hindsight", test, true);
            }
        }
    }

    private void lines(String view, BackTest test, boolean hindsight) throws IOException {
        for (BackTestCase trial : test.trials()) {
            for (Assessment one : trial.all(hindsight)) {
                json.writeStartObject();
                json.writeNumberField("schema", SCHEMA);
                JsonContract.head(json, test.pack(), test.universe());
                json.writeStringField("view", view);
                json.writeStringField("outcome", trial.outcome().result());
                members(one, one.city().equals(trial.judged(hindsight).city()));
                json.writeEndObject();
                json.writeRaw('\n');
            }
        }
    }

    private void whole() throws IOException {
        BackTest first = tests.list().get(0);
        json.writeStartObject();
        json.writeNumberField("schema", SCHEMA);
        json.writeObjectFieldStart("universe");
        json.writeStringField("name", first.universe().name());
        json.writeStringField("digest", first.universe().digest());
        json.writeEndObject();
        json.writeBooleanField("illustrative", first.illustrative());
        json.writeNumberField("successes", first.successes());
        json.writeNumberField("failures", first.failures());
        json.writeBooleanField("survivorBias", first.isFlattered());
        json.writeArrayFieldStart("projects");
        for (BackTestCase trial : tests.trials()) {
            project(trial);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("tests");
        for (BackTest test : tests.list()) {
            test(test);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void project(BackTestCase trial) throws IOException {
        json.writeStartObject();
        json.writeStringField("project", trial.project());
        json.writeStringField("outcome", trial.outcome().result());
        JsonContract.text(json, "ended", Objects.toString(trial.outcome().ended(), null));
        JsonContract.text(json, "decided", Objects.toString(trial.decided(), null));
        JsonContract.text(json, "city", trial.city());
        json.writeEndObject();
    }

    private void test(BackTest test) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("pack");
        json.writeStringField("name", test.pack().name());
        json.writeStringField("version", test.pack().version());
        json.writeStringField("digest", test.pack().digest());
        json.writeEndObject();
        view("then", test, false);
        view("hindsight", test, true);
        json.writeEndObject();
    }

    private void view(String name, BackTest test, boolean hindsight) throws IOException {
        json.writeObjectFieldStart(name);
        matrix("matrix", verdict -> test.counts(verdict, hindsight));
        if (test.hasBase()) {
            matrix("baseMatrix", verdict -> test.baseCounts(verdict, hindsight));
        } else {
            json.writeNullField("baseMatrix");
        }
        json.writeArrayFieldStart("assessments");
        for (BackTestCase trial : test.trials()) {
            for (Assessment one : trial.all(hindsight)) {
                assessment(one, one.city().equals(trial.judged(hindsight).city()));
            }
        }
        json.writeEndArray();
        json.writeArrayFieldStart("rules");
        for (RuleDiscrimination discrimination : test.discriminations(hindsight)) {
            rule(discrimination);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void matrix(String name, Function<Verdict, Map<String, Integer>> all) throws IOException {
        json.writeObjectFieldStart(name);
        for (Verdict verdict : Verdict.values()) {
            json.writeObjectFieldStart(verdict.name());
            Map<String, Integer> counts = all.apply(verdict);
            for (String result : BackTestCase.RESULTS) {
                json.writeNumberField(result, counts.getOrDefault(result, 0));
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void assessment(Assessment one, boolean counts) throws IOException {
        json.writeStartObject();
        members(one, counts);
        json.writeEndObject();
    }

    private void members(Assessment one, boolean counts) throws IOException {
        json.writeStringField("project", one.project());
        json.writeStringField("city", one.city());
        json.writeBooleanField("counts", counts);
        json.writeStringField("asOf", one.asOf().toString());
        json.writeStringField("verdict", one.verdict().name());
        json.writeStringField("because", one.because().name());
        json.writeObjectFieldStart("score");
        JsonContract.number(json, "low", one.score().low());
        JsonContract.number(json, "high", one.score().high());
        json.writeEndObject();
        JsonContract.number(json, "known", one.known());
        Finding top = one.findings().isEmpty() ? null : one.findings().get(0);
        if (top == null) {
            json.writeNullField("finding");
        } else {
            json.writeObjectFieldStart("finding");
            json.writeStringField("rule", top.rule());
            json.writeStringField("effect", top.effect().name());
            JsonContract.number(json, "contribution", top.contribution());
            json.writeStringField("reason", top.reason());
            json.writeEndObject();
        }
        JsonContract.text(
                json,
                "question",
                one.questions().isEmpty() ? null : one.questions().get(0).fact());
        base(one.base());
    }

    private void base(@Nullable BaseCase base) throws IOException {
        if (base == null) {
            json.writeNullField("base");
            return;
        }
        json.writeObjectFieldStart("base");
        json.writeStringField("verdict", base.verdict().name());
        json.writeStringField("because", base.because().name());
        json.writeObjectFieldStart("score");
        JsonContract.number(json, "low", base.score().low());
        JsonContract.number(json, "high", base.score().high());
        json.writeEndObject();
        JsonContract.list(json, "critical", base.critical(), one -> JsonContract.critical(json, one));
        json.writeEndObject();
    }

    private void rule(RuleDiscrimination discrimination) throws IOException {
        json.writeStartObject();
        json.writeStringField("rule", discrimination.rule().id());
        json.writeStringField("effect", discrimination.rule().effect().name());
        json.writeStringField("told", discrimination.kind().name());
        json.writeBooleanField("backwards", discrimination.isBackwards());
        count("succeeded", discrimination.succeeded());
        count("failed", discrimination.failed());
        json.writeEndObject();
    }

    private void count(String name, Count count) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("holds", count.holds());
        json.writeNumberField("not", count.not());
        json.writeNumberField("open", count.open());
        json.writeEndObject();
    }
}
