package dev.winnow.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Writes texts that come again in many assessments, and encodes each once. Not thread-safe. */
final class RepeatedTexts {

    /** A text that is written as any other. */
    private static final SerializedString PLAIN = new SerializedString("");

    private static final int MOST = 4_000;

    private final JsonGenerator json;
    private final Map<String, SerializedString> encoded = new HashMap<>();

    RepeatedTexts(JsonGenerator json) {
        this.json = json;
    }

    /** Writes a member. */
    void field(String name, String value) throws IOException {
        json.writeFieldName(name);
        write(value);
    }

    /** Writes a value. */
    void write(String value) throws IOException {
        if (encoded.size() > MOST) {
            encoded.clear(); // of many cities each has rows of its own
        }
        SerializedString ready = encoded.computeIfAbsent(value, RepeatedTexts::encoded);
        if (ready.equals(PLAIN)) {
            json.writeString(value);
        } else {
            json.writeString(ready);
        }
    }

    /** The generator writes what is no single character otherwise than an encoded text does. */
    private static SerializedString encoded(String value) {
        if (value.isEmpty() || value.chars().anyMatch(one -> one < ' ' || Character.isSurrogate((char) one))) {
            return PLAIN;
        }
        return new SerializedString(value);
    }
}
