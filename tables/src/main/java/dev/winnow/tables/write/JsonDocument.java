package dev.winnow.tables.write;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.winnow.model.source.Node;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.tables.entries.Entry;
import dev.winnow.tables.entries.EntryWriter;
import dev.winnow.tables.entries.UniverseEntries;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a universe document in JSON: projects as they come, all else after them. */
final class JsonDocument implements EntryWriter {

    private final JsonGenerator json;
    private final List<Entry> others = new ArrayList<>();
    private boolean started;

    JsonDocument(OutputStream out) throws IOException {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        this.json = new JsonFactory()
                .createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .setPrettyPrinter(
                        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
        this.json.writeStartObject();
    }

    @Override
    public void write(EntryKind kind, @Nullable String holder, Node entry) throws IOException {
        if (!kind.isProjects()) {
            others.add(new Entry(kind, holder, entry));
            return;
        }
        if (!started) {
            started = true;
            json.writeArrayFieldStart(kind.name());
        }
        JsonLines.node(json, entry);
    }

    @Override
    public void close() throws IOException {
        if (started) {
            json.writeEndArray();
        }
        Node document = UniverseEntries.document(others);
        if (document != null) {
            for (Node.Field field : document.fields().values()) {
                json.writeFieldName(field.key());
                JsonLines.node(json, field.value());
            }
        }
        json.writeEndObject();
        json.writeRaw('\n');
        json.close();
    }
}
