package dev.winnow.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.winnow.analysis.compare.AssessmentChange;
import dev.winnow.analysis.compare.Comparison;
import dev.winnow.analysis.compare.Comparison.Editions;
import dev.winnow.analysis.compare.UndoableEdit;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.BaseCase;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.source.Change;
import dev.winnow.model.source.Place;
import dev.winnow.model.value.ScoreInterval;
import dev.winnow.report.text.ComparisonView;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** Writes a comparison as JSON, schema 1, a stable contract that {@code docs/json.md} describes. */
public final class CompareJson {

    private static final int SCHEMA = 1;

    private final ComparisonView compared;
    private final JsonGenerator json;

    private CompareJson(ComparisonView compared, JsonGenerator json) {
        this.compared = compared;
        this.json = json;
    }

    /** Writes a comparison in UTF-8, without closing the stream. */
    public static void write(ComparisonView compared, OutputStream out) throws IOException {
        try (JsonGenerator json = JsonContract.generator(out)) {
            new CompareJson(compared, json).comparison();
            json.writeRaw('\n');
        }
    }

    /** Writes what is different of each candidate by itself, a line each. */
    public static void writeLines(ComparisonView compared, OutputStream out) throws IOException {
        try (JsonGenerator json = JsonContract.lines(out)) {
            CompareJson contract = new CompareJson(compared, json);
            Comparison comparison = compared.comparison();
            contract.lines("flips", comparison.flips(), contract::shiftMembers);
            contract.lines("baseFlips", comparison.baseFlips(), contract::baseFlipMembers);
            contract.lines("moves", comparison.moves(), contract::shiftMembers);
            contract.lines("appeared", comparison.appeared(), contract::aloneMembers);
            contract.lines("vanished", comparison.vanished(), contract::aloneMembers);
        }
    }

    private <T> void lines(String name, List<T> items, JsonContract.Writing<T> members) throws IOException {
        for (T item : items) {
            json.writeStartObject();
            json.writeNumberField("schema", SCHEMA);
            stand("old", compared.comparison().old());
            stand("new", compared.comparison().recent());
            json.writeStringField("list", name);
            members.write(item);
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private void comparison() throws IOException {
        Comparison comparison = compared.comparison();
        json.writeStartObject();
        json.writeNumberField("schema", SCHEMA);
        stand("old", comparison.old());
        stand("new", comparison.recent());
        json.writeBooleanField("illustrative", comparison.illustrative());
        json.writeNumberField("compared", comparison.compared());
        json.writeObjectFieldStart("matrix");
        for (Verdict from : Verdict.values()) {
            json.writeObjectFieldStart(from.name());
            for (Verdict to : Verdict.values()) {
                Map<Verdict, Integer> row = comparison.matrix().getOrDefault(from, Map.of());
                json.writeNumberField(to.name(), row.getOrDefault(to, 0));
            }
            json.writeEndObject();
        }
        json.writeEndObject();
        JsonContract.list(json, "edits", comparison.edits(), this::edit);
        JsonContract.list(json, "words", comparison.words(), this::change);
        JsonContract.list(json, "assumptions", comparison.assumptions(), this::change);
        JsonContract.list(json, "flips", comparison.flips(), this::shift);
        JsonContract.list(json, "baseFlips", comparison.baseFlips(), this::baseFlip);
        JsonContract.list(json, "moves", comparison.moves(), this::shift);
        JsonContract.list(json, "appeared", comparison.appeared(), this::alone);
        JsonContract.list(json, "vanished", comparison.vanished(), this::alone);
        json.writeNumberField("notApproved", compared.missing().size());
        json.writeEndObject();
    }

    private void stand(String name, Editions stand) throws IOException {
        json.writeObjectFieldStart(name);
        JsonContract.head(json, stand.pack(), stand.universe());
        json.writeEndObject();
    }

    private void edit(UndoableEdit edit) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", ComparisonView.id(edit.number()));
        json.writeStringField("of", edit.ofPack() ? "pack" : "universe");
        json.writeNumberField("flips", edit.flips());
        json.writeNumberField("moves", edit.moves());
        JsonContract.list(json, "changes", edit.changes(), this::change);
        json.writeEndObject();
    }

    private void change(Change change) throws IOException {
        Place place = compared.named(change.place());
        json.writeStartObject();
        json.writeStringField("what", change.what().toString());
        json.writeStringField("file", place.file());
        json.writeNumberField("line", place.line());
        json.writeNumberField("column", place.column());
        JsonContract.text(json, "before", change.before());
        JsonContract.text(json, "after", change.after());
        json.writeEndObject();
    }

    private void baseFlip(AssessmentChange flip) throws IOException {
        json.writeStartObject();
        baseFlipMembers(flip);
        json.writeEndObject();
    }

    private void baseFlipMembers(AssessmentChange flip) throws IOException {
        json.writeStringField("project", flip.after().project());
        json.writeStringField("city", flip.after().city());
        json.writeStringField(
                "from", ComparisonView.base(flip.before()).verdict().name());
        json.writeStringField("to", ComparisonView.base(flip.after()).verdict().name());
        base("before", ComparisonView.base(flip.before()));
        base("after", ComparisonView.base(flip.after()));
    }

    private void base(String name, BaseCase base) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("verdict", base.verdict().name());
        json.writeStringField("because", base.because().name());
        score(base.score());
        json.writeEndObject();
    }

    private void shift(AssessmentChange shift) throws IOException {
        json.writeStartObject();
        shiftMembers(shift);
        json.writeEndObject();
    }

    private void shiftMembers(AssessmentChange shift) throws IOException {
        json.writeStringField("project", shift.after().project());
        json.writeStringField("city", shift.after().city());
        side("before", shift.before());
        side("after", shift.after());
        JsonContract.list(json, "causes", shift.causes(), set -> {
            json.writeStartArray();
            for (int edit : set) {
                json.writeString(ComparisonView.id(edit));
            }
            json.writeEndArray();
        });
        if (shift.isFlip()) {
            json.writeBooleanField("proven", shift.proven());
            json.writeBooleanField("approved", compared.approvals().cover(shift));
        }
    }

    private void side(String name, Assessment assessment) throws IOException {
        json.writeObjectFieldStart(name);
        assessment(assessment);
        json.writeEndObject();
    }

    private void alone(Assessment assessment) throws IOException {
        json.writeStartObject();
        aloneMembers(assessment);
        json.writeEndObject();
    }

    private void aloneMembers(Assessment assessment) throws IOException {
        json.writeStringField("project", assessment.project());
        json.writeStringField("city", assessment.city());
        assessment(assessment);
    }

    private void assessment(Assessment assessment) throws IOException {
        json.writeStringField("asOf", assessment.asOf().toString());
        json.writeStringField("verdict", assessment.verdict().name());
        json.writeStringField("because", assessment.because().name());
        json.writeNumberField("rank", assessment.rank());
        score(assessment.score());
        JsonContract.number(json, "known", assessment.known());
    }

    private void score(ScoreInterval score) throws IOException {
        json.writeObjectFieldStart("score");
        JsonContract.number(json, "low", score.low());
        JsonContract.number(json, "high", score.high());
        json.writeEndObject();
    }
}
