package dev.winnow.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.winnow.engine.PackSchema;
import dev.winnow.model.UniverseSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code winnow schema}: the shapes of YAML files, for editors. */
@Command(
        name = "schema",
        description = "Print the JSON Schema of a file that winnow reads, for editors to complete and check it by.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class SchemaCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            paramLabel = "FILE-KIND",
            completionCandidates = Kinds.class,
            description = "pack (pack.yaml), limits (limits.yaml), cases (cases/*.yaml), zh (zh.yaml) or universe"
                    + " (its files).")
    private String kind = "";

    @Mixin
    private final PrintOptions print = new PrintOptions();

    SchemaCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Map<String, Object> schema = switch (Words.oneOf("kind of file", kind, Kinds.ALL)) {
            case "pack" -> PackSchema.pack();
            case "limits" -> PackSchema.limits();
            case "cases" -> PackSchema.cases();
            case "zh" -> PackSchema.chinese();
            default -> UniverseSchema.schema();
        };
        print.write(terminal, out -> write(schema, out));
        return Exit.DONE;
    }

    private static void write(Map<String, Object> schema, OutputStream out) throws IOException {
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

    /** For completion. */
    static final class Kinds implements Iterable<String> {

        private static final List<String> ALL = List.of("pack", "limits", "cases", "zh", "universe");

        @Override
        public Iterator<String> iterator() {
            return ALL.iterator();
        }
    }
}
