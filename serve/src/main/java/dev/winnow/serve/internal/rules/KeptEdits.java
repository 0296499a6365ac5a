package dev.winnow.serve.internal.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.winnow.serve.internal.rules.RuleDraft.Edited;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The file of unsaved edits: an object with a key for each edited file. */
public final class KeptEdits {

    private static final ObjectMapper JSON = new ObjectMapper();

    private KeptEdits() {}

    /** Returns the edits as a file; null without any. */
    static byte @Nullable [] write(Map<String, Edited> edits) {
        if (edits.isEmpty()) {
            return null;
        }
        ObjectNode all = JSON.createObjectNode();
        edits.forEach((name, edit) -> all.putObject(name)
                .put("text", edit.text())
                .put("base", edit.base())
                .put("original", edit.original()));
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a file of edits without those of some files; null if none are left. */
    public static byte @Nullable [] without(byte @Nullable [] file, Set<String> names) {
        NavigableMap<String, Edited> edits = read(file);
        edits.keySet().removeAll(names);
        return write(edits);
    }

    /** Returns the edits in a file; none if it is no such file. */
    static NavigableMap<String, Edited> read(byte @Nullable [] file) {
        NavigableMap<String, Edited> edits = new TreeMap<>();
        if (file == null) {
            return edits;
        }
        try {
            JsonNode all = JSON.readTree(file);
            for (Iterator<String> names = all.fieldNames(); names.hasNext(); ) {
                String name = names.next();
                JsonNode edit = all.path(name);
                if (edit.path("text").isTextual() && edit.path("base").isTextual()) {
                    edits.put(
                            name,
                            new Edited(
                                    edit.path("text").asText(),
                                    edit.path("base").asText(),
                                    edit.path("original").textValue()));
                }
            }
        } catch (IOException e) {
            return new TreeMap<>();
        }
        return edits;
    }
}
