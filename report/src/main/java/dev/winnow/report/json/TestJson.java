package dev.winnow.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.winnow.engine.evaluate.Truth;
import dev.winnow.engine.explain.CaseStep;
import dev.winnow.report.i18n.Numbers;
import dev.winnow.report.rules.CoverageReport;
import dev.winnow.report.rules.TestReport;
import dev.winnow.workbench.testing.CaseCoverage;
import dev.winnow.workbench.testing.CaseCoverage.Rule;
import dev.winnow.workbench.testing.CaseCoverage.Seen;
import dev.winnow.workbench.testing.CaseCoverage.Total;
import dev.winnow.workbench.testing.CaseResult;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** Writes the results of cases as JSON, schema 1, a stable contract that {@code docs/json.md} describes. */
public final class TestJson {

    private static final int SCHEMA = 1;

    private final JsonGenerator json;

    private TestJson(JsonGenerator json) {
        this.json = json;
    }

    /** Writes a report in UTF-8, without closing the stream. */
    public static void write(TestReport report, OutputStream out) throws IOException {
        try (JsonGenerator json = JsonContract.generator(out)) {
            new TestJson(json).report(report);
            json.writeRaw('\n');
        }
    }

    private void report(TestReport report) throws IOException {
        json.writeStartObject();
        json.writeNumberField("schema", SCHEMA);
        json.writeObjectFieldStart("pack");
        json.writeStringField("name", report.pack().name());
        json.writeStringField("version", report.pack().version());
        json.writeStringField("digest", report.pack().digest());
        json.writeEndObject();
        json.writeNumberField(
                "passed", report.run().results().size() - report.run().failed());
        json.writeNumberField("failed", report.run().failed());
        json.writeNumberField("notRun", report.run().notRun());
        JsonContract.list(
                json, "cases", report.run().results(), result -> result(result, report.criterion(result.rule())));
        json.writeFieldName("coverage");
        if (report.covers()) {
            coverage(report);
        } else {
            json.writeNull();
        }
        json.writeEndObject();
    }

    private void result(CaseResult result, String criterion) throws IOException {
        json.writeStartObject();
        json.writeStringField("case", result.sentence());
        json.writeStringField("rule", result.rule());
        json.writeStringField("criterion", criterion);
        JsonContract.place(json, result.place());
        json.writeBooleanField("passed", result.passed());
        json.writeStringField("expected", result.expected());
        json.writeStringField("actual", result.actual());
        JsonContract.list(json, "steps", result.steps(), this::step);
        json.writeEndObject();
    }

    private void step(CaseStep step) throws IOException {
        json.writeStartObject();
        JsonContract.place(json, step.place());
        json.writeStringField("text", step.text());
        json.writeStringField("truth", word(step.truth()));
        JsonContract.text(json, "row", step.row());
        json.writeNumberField("others", step.others());
        JsonContract.text(json, "note", step.note() == null ? null : step.note().toString());
        JsonContract.list(json, "values", step.values(), this::value);
        JsonContract.list(json, "constraints", step.constraints(), constraint -> {
            json.writeStartObject();
            json.writeStringField("text", constraint.text());
            json.writeStringField("truth", word(constraint.truth()));
            JsonContract.list(json, "values", constraint.values(), this::value);
            json.writeEndObject();
        });
        json.writeEndObject();
    }

    private void value(CaseStep.Value value) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", value.name());
        json.writeStringField("value", value.value());
        JsonContract.text(json, "limit", value.limit());
        json.writeEndObject();
    }

    private void coverage(TestReport report) throws IOException {
        CaseCoverage coverage = report.run().coverage();
        json.writeStartObject();
        total(coverage.total());
        if (report.threshold() == null) {
            json.writeNullField("threshold");
        } else {
            json.writeFieldName("threshold");
            json.writeNumber(Numbers.contract(report.threshold()));
        }
        JsonContract.list(
                json, "files", List.copyOf(CoverageReport.byFile(coverage).entrySet()), file -> {
                    json.writeStartObject();
                    json.writeStringField("file", file.getKey());
                    total(file.getValue());
                    json.writeEndObject();
                });
        JsonContract.list(json, "rules", coverage.rules(), this::rule);
        json.writeEndObject();
    }

    private void total(Total total) throws IOException {
        json.writeNumberField("shown", total.shown());
        json.writeNumberField("possible", total.possible());
        json.writeFieldName("percent");
        json.writeNumber(Numbers.contract(total.percent()));
    }

    private void rule(Rule rule) throws IOException {
        json.writeStartObject();
        json.writeStringField("rule", rule.id());
        json.writeStringField("criterion", rule.criterion());
        JsonContract.place(json, rule.outcome().place());
        counts(rule.outcome(), Map.of(Truth.TRUE, "fires", Truth.FALSE, "doesNotFire", Truth.UNKNOWN, "cannotSay"));
        JsonContract.list(json, "constraints", rule.constraints(), constraint -> {
            json.writeStartObject();
            json.writeStringField("text", constraint.text());
            JsonContract.place(json, constraint.place());
            counts(constraint, Map.of(Truth.TRUE, "held", Truth.FALSE, "failed", Truth.UNKNOWN, "open"));
            json.writeEndObject();
        });
        json.writeEndObject();
    }

    /** Numbers of cases; null for what cannot occur. */
    private void counts(Seen seen, Map<Truth, String> names) throws IOException {
        for (Truth outcome : CoverageReport.order()) {
            Integer cases = seen.cases().get(outcome);
            json.writeFieldName(names.getOrDefault(outcome, ""));
            if (cases == null) {
                json.writeNull();
            } else {
                json.writeNumber(cases);
            }
        }
    }

    private static String word(Truth truth) {
        return switch (truth) {
            case TRUE -> "held";
            case FALSE -> "failed";
            case UNKNOWN -> "open";
        };
    }
}
