package dev.winnow.cli;

import dev.winnow.engine.PackSchema;
import dev.winnow.model.UniverseSchema;
import dev.winnow.report.SchemaJson;
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
        Map<String, Object> schema = switch (Choices.oneOf("kind of file", kind, Kinds.ALL)) {
            case "pack" -> PackSchema.pack();
            case "limits" -> PackSchema.limits();
            case "cases" -> PackSchema.cases();
            case "zh" -> PackSchema.chinese();
            default -> UniverseSchema.schema();
        };
        print.write(terminal, out -> SchemaJson.write(schema, out));
        return Exit.DONE;
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
