package dev.winnow.tables.internal.write;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.TreeJson;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.tables.internal.entries.Entry;
import dev.winnow.tables.internal.entries.EntryWriter;
import dev.winnow.tables.internal.entries.UniverseEntries;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a universe document in JSON: projects as they arrive, everything else after them. */
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
        TreeJson.writePlain(entry, json);
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
                TreeJson.writePlain(field.value(), json);
            }
        }
        json.writeEndObject();
        json.writeRaw('\n');
        json.close();
    }

    /** Writes one object per line: a project as it is, any other entry with its kind and the entry that contains it. */
    static final class Lines implements EntryWriter {

        private final JsonGenerator json;

        Lines(OutputStream out) throws IOException {
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
                    json.writeString(Separated.safe(value.text())); // Lines are read back like rows of a table.
                } else {
                    TreeJson.writePlain(value, json);
                }
            }
            json.writeEndObject();
        }

        @Override
        public void close() throws IOException {
            json.writeRaw('\n');
            json.flush();
            json.close();
        }
    }
}
