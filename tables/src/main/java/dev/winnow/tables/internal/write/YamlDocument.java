package dev.winnow.tables.internal.write;

import dev.winnow.model.source.Node;
import dev.winnow.model.source.YamlText;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.tables.internal.entries.Entry;
import dev.winnow.tables.internal.entries.EntryWriter;
import dev.winnow.tables.internal.entries.UniverseEntries;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a universe document in YAML, formatted like a handwritten one: projects as they arrive, everything else after
 * them.
 */
final class YamlDocument implements EntryWriter {

    private final Writer out;
    private final List<Entry> others = new ArrayList<>();
    private boolean started;

    YamlDocument(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    @Override
    public void write(EntryKind kind, @Nullable String holder, Node entry) throws IOException {
        if (!kind.isProjects()) {
            others.add(new Entry(kind, holder, entry));
            return;
        }
        if (!started) {
            started = true;
            out.write("projects:\n");
        }
        item(entry, "  ");
    }

    /**
     * Writes a document of texts and lists without closing the stream.
     *
     * @param comment comment at the top about the origin of the document
     */
    static void document(String comment, Node root, OutputStream out) throws IOException {
        YamlDocument document = new YamlDocument(out);
        document.out.write("# " + comment + "\n");
        for (Node.Field field : root.each()) {
            document.out.write(field.key() + ":");
            Node value = field.value();
            document.out.write(
                    !value.isList() ? " " + inline(value) + "\n" : value.items().isEmpty() ? " []\n" : "\n");
            for (Node entry : value.isList() ? value.items() : List.<Node>of()) {
                String lead = "  - ";
                for (Node.Field part : entry.each()) {
                    document.out.write(lead + part.key() + ": " + inline(part.value()) + "\n");
                    lead = "    ";
                }
            }
        }
        document.out.flush();
    }

    private static String inline(Node value) {
        return value.isScalar() ? YamlText.of(value.text()) : flow(value);
    }

    /**
     * Writes an item of a list: one line per key, with lists of objects below their key and all other values after it.
     */
    private void item(Node entry, String indent) throws IOException {
        String lead = indent + "- ";
        for (Node.Field field : entry.fields().values()) {
            field(lead, field, indent + "  ");
            lead = indent + "  ";
        }
        if (entry.fields().isEmpty()) {
            out.write(lead + "{}\n");
        }
    }

    private void field(String lead, Node.Field field, String indent) throws IOException {
        Node value = field.value();
        out.write(lead + YamlText.of(field.key()) + ":");
        boolean rows = value.isList() && value.items().stream().anyMatch(Node::isMap);
        if (!rows) {
            out.write(" " + inline(value) + "\n");
            return;
        }
        out.write("\n");
        for (Node row : value.items()) {
            boolean wide = row.fields().values().stream()
                    .anyMatch(inner -> inner.value().isMap()
                            || inner.value().items().stream().anyMatch(Node::isMap));
            if (wide) {
                item(row, indent + "  ");
            } else {
                out.write(indent + "  - " + flow(row) + "\n");
            }
        }
    }

    private static String flow(Node node) {
        return switch (node.kind()) {
            case NULL -> "~";
            case SCALAR -> YamlText.item(node.text());
            case LIST -> node.items().stream().map(YamlDocument::flow).collect(Collectors.joining(", ", "[", "]"));
            case MAP ->
                node.fields().values().stream()
                        .map(field -> YamlText.item(field.key()) + ": " + flow(field.value()))
                        .collect(Collectors.joining(", ", "{", "}"));
        };
    }

    @Override
    public void close() throws IOException {
        Node document = UniverseEntries.document(others);
        for (Node.Field list :
                document == null ? List.<Node.Field>of() : document.fields().values()) {
            out.write((started ? "\n" : "") + list.key() + ":\n");
            started = true;
            if (list.value().isMap()) {
                for (Node.Field field : list.value().fields().values()) {
                    field("  ", field, "  ");
                }
            }
            for (Node entry : list.value().items()) {
                item(entry, "  ");
            }
        }
        if (!started) {
            out.write("projects: []\n");
        }
        out.flush();
    }
}
