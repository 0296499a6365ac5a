package dev.winnow.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** Writes the JSON Schema of a file that winnow reads, in the layout of all contracts. */
public final class SchemaJson {

    private SchemaJson() {}

    /** Writes a schema in UTF-8, without closing the stream. */
    public static void write(Map<String, Object> schema, OutputStream out) throws IOException {
        try (JsonGenerator json = JsonContract.generator(out)) {
            value(schema, json);
            json.writeRaw('\n');
        }
    }

    private static void value(Object value, JsonGenerator json) throws IOException {
        if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> field : map.entrySet()) {
                json.writeFieldName((String) field.getKey());
                value(field.getValue(), json);
            }
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object item : list) {
                value(item, json);
            }
            json.writeEndArray();
        } else if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else {
            json.writeNumber(String.valueOf(value));
        }
    }
}
