package dev.winnow.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.winnow.records.internal.content.NodeJson;
import dev.winnow.records.internal.entry.EntryJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Bytes that a database gives as a record are one, or refused as none. */
class RecordFuzzTest {

    @FuzzTest
    void entry(byte[] data) {
        try {
            EntryJson.number(data);
            EntryJson.read(data);
        } catch (IOException e) {
            // no record of this schema
        }
    }

    @FuzzTest
    void content(byte[] data) {
        try {
            NodeJson.read(new ByteArrayInputStream(data));
        } catch (IOException e) {
            // no JSON
        }
    }
}
