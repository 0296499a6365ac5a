package dev.winnow.cli.command;

import dev.winnow.cli.option.Choices;
import dev.winnow.cli.option.PrintOptions;
import dev.winnow.cli.option.Shipped;
import dev.winnow.cli.option.VocabularyOption;
import dev.winnow.cli.terminal.Notices;
import dev.winnow.cli.terminal.Terminal;
import dev.winnow.model.schema.AssumptionSchema;
import dev.winnow.model.schema.UniverseSchema;
import dev.winnow.model.schema.VocabularySchema;
import dev.winnow.model.source.Message;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.report.json.Contracts;
import dev.winnow.tables.mapping.MappingSchema;
import dev.winnow.workbench.scaffold.PackSchema;
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
public final class SchemaCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            paramLabel = "FILE-KIND",
            completionCandidates = Kinds.class,
            description = "pack (pack.yaml), vocabulary (vocabulary.yaml), limits (limits.yaml), assumptions"
                    + " (assumptions.yaml), cases (cases/*.yaml), zh (zh.yaml), universe (its files) or mapping"
                    + " (of a layout).")
    private String kind = "";

    @Mixin
    private final VocabularyOption vocabulary = new VocabularyOption();

    @Mixin
    private final PrintOptions print = new PrintOptions();

    public SchemaCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Vocabulary facts;
        Notices notices = print.notices(terminal);
        try (Shipped shipped = new Shipped()) {
            facts = vocabulary.read(shipped, notices);
        }
        Map<String, Object> schema = switch (Choices.kindOfFile(kind, Kinds.ALL)) {
            case "pack" -> PackSchema.pack(facts);
            case "vocabulary" -> VocabularySchema.schema();
            case "limits" -> PackSchema.limits(facts);
            case "assumptions" -> AssumptionSchema.schema(facts);
            case "cases" -> PackSchema.cases(facts);
            case "zh" -> PackSchema.chinese();
            case "mapping" -> MappingSchema.schema(facts);
            default -> UniverseSchema.schema(facts);
        };
        print.write(terminal, out -> Contracts.write(schema, out));
        return notices.finish(Message.of("what is wrong was left out"));
    }

    /** For completion. */
    static final class Kinds implements Iterable<String> {

        private static final List<String> ALL =
                List.of("pack", "vocabulary", "limits", "assumptions", "cases", "zh", "universe", "mapping");

        @Override
        public Iterator<String> iterator() {
            return ALL.iterator();
        }
    }
}
