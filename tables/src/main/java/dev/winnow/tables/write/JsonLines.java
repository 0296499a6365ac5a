package dev.winnow.tables.write;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dev.winnow.model.source.Node;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.tables.entries.EntryWriter;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Writes an object on each line: a project as it is, any other entry with its kind and the entry in which it stands. */
final class JsonLines implements EntryWriter {

    private final JsonGenerator json;

    JsonLines(OutputStream out) throws IOException {
        this.json = new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        this.json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
    }

    @Override
    public void write(EntryKind kind, @Nullable String holder, Node entry) throws IOException {
        json.writeStartObject();
        if (!kind.isProjects()) {
            json.writeStringField("list", kind.name());
        }
        if (holder != null && kind.holder() != null) {
            json.writeStringField(kind.holder(), holder);
        }
        for (Node.Field field : entry.each()) {
            json.writeFieldName(field.key());
            Node value = field.value();
            if (value.isScalar() && Separated.isFormula(value.text())) {
                json.writeString(Separated.safe(value.text())); // lines are read as rows of a table are
            } else {
                node(json, value);
            }
        }
        json.writeEndObject();
    }

    static void node(JsonGenerator json, Node node) throws IOException {
        switch (node.kind()) {
            case NULL -> json.writeNull();
            case SCALAR -> {
                if (node.text().equals("true") || node.text().equals("false")) {
                    json.writeBoolean(node.text().equals("true"));
                } else {
                    json.writeString(node.text());
                }
            }
            case LIST -> {
                json.writeStartArray();
                for (Node item : node.items()) {
                    node(json, item);
                }
                json.writeEndArray();
            }
            case MAP -> {
                json.writeStartObject();
                fields(json, node);
                json.writeEndObject();
            }
        }
    }

    private static void fields(JsonGenerator json, Node map) throws IOException {
        for (Node.Field field : map.each()) {
            json.writeFieldName(field.key());
            node(json, field.value());
        }
    }

    @Override
    public void close() throws IOException {
        json.writeRaw('\n');
        json.flush();
        json.close();
    }
}
