package dev.winnow.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.winnow.language.pack.Check;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.rules.CheckReport;
import dev.winnow.report.rules.ReportedFile;
import dev.winnow.workbench.lint.Remark;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the findings of a check as SARIF 2.1.0, which code scanners read. */
public final class Sarif {

    /** All problems that break the pack law share one rule id. */
    private static final String LAW = "pack-law";

    private final JsonGenerator json;

    private final Wording wording;

    private final @Nullable String version;

    private Sarif(JsonGenerator json, Wording wording, @Nullable String version) {
        this.json = json;
        this.version = version;
        this.wording = wording;
    }

    /**
     * Writes a log in UTF-8, without closing the stream.
     *
     * @param version the version of winnow that found it; null if it is not packaged
     */
    public static void write(CheckReport report, Wording wording, @Nullable String version, OutputStream out)
            throws IOException {
        try (JsonGenerator json = JsonContract.generator(out)) {
            new Sarif(json, wording, version).log(report);
            json.writeRaw('\n');
        }
    }

    private void log(CheckReport report) throws IOException {
        json.writeStartObject();
        json.writeStringField("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.writeStringField("version", "2.1.0");
        json.writeArrayFieldStart("runs");
        json.writeStartObject();
        tool();
        json.writeStringField("columnKind", "utf16CodeUnits");
        json.writeArrayFieldStart("results");
        for (Problem problem : report.problems()) {
            result(LAW, 0, "error", problem);
        }
        for (Remark remark : report.remarks()) {
            Check check = remark.check();
            result(check.code(), 1 + List.of(Check.values()).indexOf(check), level(check), remark.problem());
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void tool() throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "winnow");
        if (version != null) {
            json.writeStringField("version", version);
        }
        json.writeArrayFieldStart("rules");
        rule(
                LAW,
                "error",
                Message.of("Something that a pack must not say, or must say and does not: nothing screens until it is"
                        + " mended."));
        for (Check check : Check.values()) {
            rule(check.code(), level(check), check.meaning());
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void rule(String id, String level, Message meaning) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", id);
        String text = wording.say(meaning);
        message("shortDescription", text.substring(0, end(text)));
        message("fullDescription", text);
        message("help", text);
        json.writeObjectFieldStart("defaultConfiguration");
        json.writeStringField("level", level);
        json.writeEndObject();
        json.writeEndObject();
    }

    /** Where the first clause ends: what it means, without how to mend it. */
    private static int end(String meaning) {
        int colon = Math.max(meaning.indexOf(':'), meaning.indexOf('：'));
        return colon < 0 ? meaning.length() : colon;
    }

    private static String level(Check check) {
        return check.level() == Check.Level.WARNING ? "warning" : "note";
    }

    private void message(String name, String text) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("text", text);
        json.writeEndObject();
    }

    private void result(String rule, int index, String level, Problem problem) throws IOException {
        json.writeStartObject();
        json.writeStringField("ruleId", rule);
        json.writeNumberField("ruleIndex", index);
        json.writeStringField("level", level);
        message("message", wording.onOneLine(problem));
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        json.writeObjectFieldStart("physicalLocation");
        Place place = problem.place();
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", ReportedFile.uri(place.file()));
        json.writeEndObject();
        if (place.line() > 0) {
            region(place, problem.length());
        }
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void region(Place place, int length) throws IOException {
        json.writeObjectFieldStart("region");
        json.writeNumberField("startLine", place.line());
        if (place.column() > 0) {
            json.writeNumberField("startColumn", place.column());
            if (length > 0) {
                json.writeNumberField("endColumn", place.column() + length);
            }
        }
        json.writeEndObject();
    }
}
