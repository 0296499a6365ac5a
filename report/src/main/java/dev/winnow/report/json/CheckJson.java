package dev.winnow.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.winnow.language.pack.Check.About;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Problem;
import dev.winnow.report.rules.CheckReport;
import dev.winnow.workbench.lint.Remark;
import dev.winnow.workbench.lint.RuleReach;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes the findings of a check as JSON, schema 1, a stable contract that {@code docs/json.md} describes. */
public final class CheckJson {

    private static final int SCHEMA = 1;

    private final JsonGenerator json;

    private CheckJson(JsonGenerator json) {
        this.json = json;
    }

    /** Writes a report in UTF-8, without closing the stream. */
    public static void write(CheckReport report, OutputStream out) throws IOException {
        try (JsonGenerator json = JsonContract.generator(out)) {
            new CheckJson(json).report(report);
            json.writeRaw('\n');
        }
    }

    private void report(CheckReport report) throws IOException {
        json.writeStartObject();
        json.writeNumberField("schema", SCHEMA);
        pack(report.subject());
        json.writeArrayFieldStart("problems");
        for (Problem problem : report.problems()) {
            json.writeStartObject();
            problem(problem);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("remarks");
        for (Remark remark : report.remarks()) {
            remark(remark);
        }
        json.writeEndArray();
        JsonContract.text(json, "universe", report.universe());
        reach(report);
        json.writeEndObject();
    }

    private void pack(CheckReport.@Nullable Subject pack) throws IOException {
        if (pack == null) {
            json.writeNullField("pack");
            return;
        }
        json.writeObjectFieldStart("pack");
        json.writeStringField("name", pack.name());
        json.writeStringField("version", pack.version());
        json.writeStringField("digest", pack.digest());
        json.writeEndObject();
    }

    private void problem(Problem problem) throws IOException {
        JsonContract.place(json, problem.place());
        json.writeNumberField("length", problem.length());
        json.writeStringField("message", problem.what().toString());
        Message advice = problem.advice();
        JsonContract.text(json, "advice", advice == null ? null : advice.toString());
    }

    private void remark(Remark remark) throws IOException {
        json.writeStartObject();
        json.writeStringField("check", remark.check().code());
        json.writeStringField("level", remark.check().level().name().toLowerCase(Locale.ROOT));
        JsonContract.text(json, "rule", of(remark, About.RULE));
        JsonContract.text(json, "limit", of(remark, About.LIMIT));
        JsonContract.text(json, "criterion", of(remark, About.CRITERION));
        JsonContract.text(json, "assumption", of(remark, About.ASSUMPTION));
        problem(remark.problem());
        json.writeEndObject();
    }

    private static @Nullable String of(Remark remark, About about) {
        return remark.about() == about ? remark.id() : null;
    }

    private void reach(CheckReport report) throws IOException {
        if (report.universe() == null) {
            json.writeNullField("knockOuts");
            json.writeNullField("neverDecided");
            return;
        }
        json.writeArrayFieldStart("knockOuts");
        for (RuleReach one : report.knockOuts()) {
            json.writeStartObject();
            json.writeStringField("rule", one.rule().id());
            json.writeNumberField("fires", one.fires());
            json.writeNumberField("open", one.open());
            json.writeNumberField("doesNotApply", one.passes());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("neverDecided");
        for (String rule : report.neverDecided()) {
            json.writeString(rule);
        }
        json.writeEndArray();
    }
}
