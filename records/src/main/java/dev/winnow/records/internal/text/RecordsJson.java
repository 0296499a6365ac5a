package dev.winnow.records.internal.text;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.winnow.records.internal.content.NodeJson;
import dev.winnow.records.internal.entry.EntryJson;
import dev.winnow.records.internal.replay.Difference;
import dev.winnow.records.internal.replay.Replay;
import dev.winnow.records.internal.store.StoredRecord;
import dev.winnow.records.internal.store.Verification;
import dev.winnow.report.json.Contract;
import dev.winnow.report.json.OutputSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes records, replays and verifications as JSON, schema 1, a contract described in {@code docs/json.md}. */
public final class RecordsJson {

    /** The JSON schemas of the commands about records. */
    public static final List<OutputSchema> SCHEMAS = List.of(
            schema("history", History.class, One.class),
            schema("replay", Replayed.class),
            schema("verify", Verified.class));

    private RecordsJson() {}

    private static OutputSchema schema(String command, Class<?>... shapes) {
        return new OutputSchema(command, command, "", NodeJson.MAPPER, List.of(shapes));
    }

    private record History(int schema, List<Entry> records) {}

    private record One(int schema, @JsonUnwrapped Entry record) {}

    private record Entry(@JsonUnwrapped EntryJson.Members members, String previous, String hash) {

        static Entry of(StoredRecord record) {
            return new Entry(EntryJson.Members.of(record.number(), record.entry()), record.previous(), record.hash());
        }
    }

    private record Replayed(
            int schema,
            long record,
            boolean identical,
            String recordedBy,
            String replayedBy,
            List<Difference> differences) {}

    private record Verified(
            int schema, long records, String last, boolean whole, List<Verification.Finding> findings) {}

    /** Writes records. */
    public static void records(List<StoredRecord> records, OutputStream out) throws IOException {
        write(new History(Contract.SCHEMA, Contract.list(records, Entry::of)), out);
    }

    /** Writes one record. */
    public static void record(StoredRecord record, OutputStream out) throws IOException {
        write(new One(Contract.SCHEMA, Entry.of(record)), out);
    }

    /** Writes the outcome of a replay. */
    public static void replay(Replay replay, OutputStream out) throws IOException {
        write(
                new Replayed(
                        Contract.SCHEMA,
                        replay.number(),
                        replay.identical(),
                        replay.screening().origin().winnow(),
                        replay.now().winnow(),
                        replay.differences()),
                out);
    }

    /** Writes the findings of a verification. */
    public static void verification(Verification found, OutputStream out) throws IOException {
        write(new Verified(Contract.SCHEMA, found.records(), found.last(), found.isWhole(), found.findings()), out);
    }

    private static void write(Object contract, OutputStream out) throws IOException {
        Contract.write(contract, NodeJson.MAPPER, out);
    }
}
