package dev.winnow.report.json;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.winnow.model.internal.declared.JsonSchema;
import dev.winnow.model.source.Internal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The JSON that a command prints, and its schema.
 *
 * @param name the command, with {@code -line} for a line of {@code -f ndjson}: {@code gaps-line}
 * @param command the command as typed: {@code rules list}
 * @param path the path of a line in the document of {@code -f json}: {@code links[]}; empty for a document
 * @param mapper the mapper that writes it
 * @param shapes the records that it may be
 */
@Internal
public record OutputSchema(String name, String command, String path, JsonMapper mapper, List<Class<?>> shapes) {

    /** The JSON of the core commands. */
    public static final List<OutputSchema> ALL = List.of(
            document("screen", ScreeningDocument.class),
            line("screen", "assessments[]", ScreeningJson.Line.class, ScreeningJson.Stopped.class),
            document("gaps", GapsContract.class),
            line("gaps", "links[]", GapsContract.Line.class),
            document("panel show", PanelStateContract.class),
            document("panel agreement", AgreementContract.class),
            document("panel discuss", DiscussionContract.class),
            document("evidence", EvidenceContract.class),
            document("rules list", RuleListContract.class));

    /** Returns the JSON that a command prints with {@code -f json}. */
    public static OutputSchema document(String command, Class<?> shape) {
        return new OutputSchema(command.replace(' ', '-'), command, "", Contract.MAPPER, List.of(shape));
    }

    /**
     * Returns the JSON of a line that a command prints with {@code -f ndjson}.
     *
     * @param path the path of the line in the document
     */
    public static OutputSchema line(String command, String path, Class<?>... shapes) {
        return new OutputSchema(command + "-line", command, path, Contract.MAPPER, List.of(shapes));
    }

    /** Returns the record of the document that a command prints with {@code -f json}. */
    public static Class<?> shape(String command) {
        return ALL.stream()
                .filter(one -> one.command.equals(command) && one.path.isEmpty())
                .findFirst()
                .orElseThrow()
                .shapes
                .get(0);
    }

    /** Returns the command line that prints it. */
    public String printedBy() {
        return "winnow " + command + (path.isEmpty() ? " -f json" : " -f ndjson");
    }

    /** Returns the schema as a self-contained document. */
    public Map<String, Object> schema() {
        FieldDescriptions descriptions = FieldDescriptions.read();
        RecordSchema schemas = new RecordSchema(mapper, "#/$defs/", key -> descriptions.of(command, path, key));
        List<Map<String, Object>> all = new ArrayList<>();
        shapes.forEach(shape -> all.add(schemas.of(shape, path)));
        return JsonSchema.document(
                printedBy(), all.size() == 1 ? all.get(0) : JsonSchema.anyOf(all), schemas.definitions());
    }
}
