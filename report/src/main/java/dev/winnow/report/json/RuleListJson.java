package dev.winnow.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.winnow.engine.RulePack;
import dev.winnow.language.pack.RuleSummary;
import dev.winnow.model.value.Figure;
import dev.winnow.report.text.ReadsTable;
import dev.winnow.workbench.lint.RuleReads;
import dev.winnow.workbench.lint.RuleReads.LimitRead;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Writes the rules of a pack and what they read as JSON, schema 1, a stable contract that {@code docs/json.md}
 * describes.
 */
public final class RuleListJson {

    private static final int SCHEMA = 1;

    private final JsonGenerator json;

    private RuleListJson(JsonGenerator json) {
        this.json = json;
    }

    /** Writes in UTF-8, without closing the stream. */
    public static void write(RulePack pack, LocalDate day, OutputStream out) throws IOException {
        try (JsonGenerator json = JsonContract.generator(out)) {
            new RuleListJson(json).pack(pack, RuleReads.of(pack, day));
            json.writeRaw('\n');
        }
    }

    private void pack(RulePack pack, List<RuleReads> rules) throws IOException {
        json.writeStartObject();
        json.writeNumberField("schema", SCHEMA);
        json.writeObjectFieldStart("pack");
        json.writeStringField("name", pack.name());
        json.writeStringField("version", pack.version());
        json.writeStringField("digest", pack.digest());
        json.writeEndObject();
        json.writeArrayFieldStart("rules");
        for (RuleReads rule : rules) {
            rule(rule);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("facts");
        for (Map.Entry<String, List<String>> fact : ReadsTable.readers(rules).entrySet()) {
            json.writeStartObject();
            json.writeStringField("fact", fact.getKey());
            JsonContract.list(json, "rules", fact.getValue(), json::writeString);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void rule(RuleReads reads) throws IOException {
        RuleSummary rule = reads.rule();
        json.writeStartObject();
        json.writeStringField("rule", rule.id());
        json.writeStringField("title", rule.title());
        json.writeStringField("criterion", rule.criterion());
        json.writeStringField("effect", rule.effect().name());
        JsonContract.number(json, "points", rule.effect().hasPoints() ? rule.points() : null);
        JsonContract.text(json, "family", rule.family());
        JsonContract.text(
                json, "action", rule.action() == null ? null : rule.action().name());
        json.writeStringField("source", rule.source());
        JsonContract.text(json, "table", rule.table());
        json.writeNumberField("line", rule.place().line());
        JsonContract.list(json, "facts", reads.facts(), json::writeString);
        json.writeArrayFieldStart("limits");
        for (LimitRead limit : reads.limits()) {
            Figure value = limit.value();
            json.writeStartObject();
            json.writeStringField("id", limit.id());
            JsonContract.number(
                    json, "value", value == null ? null : value.value().decimal());
            JsonContract.text(json, "unit", value == null ? null : value.unit().id());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
