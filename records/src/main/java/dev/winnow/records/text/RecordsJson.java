package dev.winnow.records.text;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.winnow.records.entry.EntryJson;
import dev.winnow.records.replay.Difference;
import dev.winnow.records.replay.Replay;
import dev.winnow.records.store.StoredRecord;
import dev.winnow.records.store.Verification;
import dev.winnow.report.json.JsonContract;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes records, replays and verifications as JSON, schema 1, a contract that {@code docs/records.md} describes. */
public final class RecordsJson {

    private static final int SCHEMA = 1;

    private RecordsJson() {}

    /** Writes records. */
    public static void records(List<StoredRecord> records, OutputStream out) throws IOException {
        document(out, json -> {
            json.writeArrayFieldStart("records");
            for (StoredRecord record : records) {
                json.writeStartObject();
                members(record, json);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    /** Writes one record. */
    public static void record(StoredRecord record, OutputStream out) throws IOException {
        document(out, json -> members(record, json));
    }

    private static void members(StoredRecord record, JsonGenerator json) throws IOException {
        EntryJson.write(record.number(), record.entry(), json);
        json.writeStringField("previous", record.previous());
        json.writeStringField("hash", record.hash());
    }

    /** Writes what came of a replay. */
    public static void replay(Replay replay, OutputStream out) throws IOException {
        document(out, json -> {
            json.writeNumberField("record", replay.number());
            json.writeBooleanField("identical", replay.identical());
            json.writeStringField("recordedBy", replay.screening().origin().winnow());
            json.writeStringField("replayedBy", replay.now().winnow());
            json.writeArrayFieldStart("differences");
            for (Difference one : replay.differences()) {
                json.writeStartObject();
                json.writeStringField("project", one.project());
                json.writeStringField("city", one.city());
                json.writeStringField("asOf", one.asOf());
                json.writeStringField("field", one.field());
                json.writeStringField("before", one.before());
                json.writeStringField("after", one.after());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    /** Writes what a verification found. */
    public static void verification(Verification found, OutputStream out) throws IOException {
        document(out, json -> {
            json.writeNumberField("records", found.records());
            json.writeStringField("last", found.last());
            json.writeBooleanField("whole", found.isWhole());
            json.writeArrayFieldStart("findings");
            for (Verification.Finding one : found.findings()) {
                json.writeStartObject();
                json.writeNumberField("record", one.record());
                json.writeStringField("change", one.change().name());
                json.writeStringField("what", one.what().toString());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    /** Writes the members of a document behind that which tells its schema. */
    private interface Members {
        void write(JsonGenerator json) throws IOException;
    }

    private static void document(OutputStream out, Members members) throws IOException {
        try (JsonGenerator json = JsonContract.generator(out)) {
            json.writeStartObject();
            json.writeNumberField("schema", SCHEMA);
            members.write(json);
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }
}
