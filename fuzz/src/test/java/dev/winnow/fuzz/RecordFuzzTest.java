package dev.winnow.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.winnow.records.internal.content.NodeJson;
import dev.winnow.records.internal.entry.EntryJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Bytes of a database record are read as a record or refused. */
class RecordFuzzTest {

    @FuzzTest
    void entry(byte[] data) {
        try {
            EntryJson.number(data);
            EntryJson.read(data);
        } catch (IOException e) {
            // The input is not a record of this schema.
        }
    }

    @FuzzTest
    void content(byte[] data) {
        try {
            NodeJson.read(new ByteArrayInputStream(data));
        } catch (IOException e) {
            // The input is not JSON.
        }
    }
}
