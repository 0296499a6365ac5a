package dev.winnow.cli.command;

import dev.winnow.analysis.internal.scenarios.ScenarioSchema;
import dev.winnow.cli.option.Choices;
import dev.winnow.cli.option.Format;
import dev.winnow.cli.option.PrintOptions;
import dev.winnow.cli.option.Shipped;
import dev.winnow.cli.option.VocabularyOption;
import dev.winnow.cli.terminal.Notices;
import dev.winnow.cli.terminal.Terminal;
import dev.winnow.model.internal.schema.AssumptionSchema;
import dev.winnow.model.internal.schema.PanelSchema;
import dev.winnow.model.internal.schema.UniverseSchema;
import dev.winnow.model.internal.schema.VocabularySchema;
import dev.winnow.model.source.Message;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.records.internal.text.RecordsJson;
import dev.winnow.report.json.Contracts;
import dev.winnow.report.json.OutputSchema;
import dev.winnow.tables.internal.mapping.MappingSchema;
import dev.winnow.web.internal.ContractOperations;
import dev.winnow.workbench.internal.scaffold.PackSchema;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code winnow schema}: prints JSON Schemas of input files and of JSON output. */
@Command(
        name = "schema",
        description = "Print the JSON Schema of a file that winnow reads, with which editors complete and "
                + "check it, or of the JSON that a command prints. Without KIND, list all schemas.",
        footer = "winnow schema universe",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class SchemaCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            paramLabel = "KIND",
            arity = "0..1",
            completionCandidates = Kinds.class,
            description = "A file: pack (pack.yaml), vocabulary (vocabulary.yaml), limits (limits.yaml), assumptions"
                    + " (assumptions.yaml), cases (cases/*.yaml), zh (zh.yaml), universe (its files), mapping (of"
                    + " a layout), panel, judgements (of a round) or scenario-file; openapi, the operations over"
                    + " HTTP; or a command, such as screen, rules-list, or screen-line for a line of `-f ndjson`.")
    private String kind = "";

    @Mixin
    private final VocabularyOption vocabulary = new VocabularyOption();

    @Mixin
    private final PrintOptions print = PrintOptions.of(Format.JSON, Format.TEXT);

    public SchemaCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Notices notices = print.notices(terminal);
        if (kind.isEmpty()) {
            StringBuilder list = new StringBuilder();
            FILES.forEach(file -> list.append(line(file.kind, file.pattern)));
            outputs().forEach(output -> list.append(line(output.name(), output.printedBy())));
            print.write(terminal, list.toString());
            return notices.finish(Message.of("entries with problems were left out"));
        }
        Choices.oneOf("schema", kind, Kinds.ALL);
        Vocabulary facts;
        try (Shipped shipped = new Shipped()) {
            facts = vocabulary.read(shipped, notices);
        }
        Map<String, Object> schema = FILES.stream()
                .filter(file -> file.kind.equals(kind))
                .findFirst()
                .map(file -> file.schema.apply(facts))
                .orElseGet(() -> outputs()
                        .filter(output -> output.name().equals(kind))
                        .findFirst()
                        .orElseThrow()
                        .schema());
        print.write(terminal, out -> Contracts.write(schema, out));
        return notices.finish(Message.of("entries with problems were left out"));
    }

    private static String line(String kind, String of) {
        return String.format("%-15s %s", kind, of) + "\n";
    }

    private record FileKind(String kind, String pattern, Function<Vocabulary, Map<String, Object>> schema) {}

    private static final List<FileKind> FILES = List.of(
            new FileKind("pack", "pack.yaml", PackSchema::pack),
            new FileKind("vocabulary", "vocabulary.yaml", facts -> VocabularySchema.schema()),
            new FileKind("limits", "limits.yaml", PackSchema::limits),
            new FileKind("assumptions", "assumptions.yaml", AssumptionSchema::schema),
            new FileKind("cases", "cases/*.yaml", PackSchema::cases),
            new FileKind("zh", "zh.yaml", facts -> PackSchema.chinese()),
            new FileKind("universe", "UNIVERSE/**/*.yaml", UniverseSchema::schema),
            new FileKind("mapping", "--map FILE", MappingSchema::schema),
            new FileKind("panel", "--panel FILE", facts -> PanelSchema.panel()),
            new FileKind("judgements", "a round of --panel", PanelSchema::judgements),
            new FileKind("scenario-file", "winnow scenarios FILE", ScenarioSchema::schema),
            new FileKind("openapi", "winnow serve, GET /api/…", facts -> ContractOperations.description("/")));

    private static Stream<OutputSchema> outputs() {
        return Stream.concat(OutputSchema.ALL.stream(), RecordsJson.SCHEMAS.stream());
    }

    /** Values for shell completion. */
    static final class Kinds implements Iterable<String> {

        private static final List<String> ALL = Stream.concat(
                        FILES.stream().map(FileKind::kind), outputs().map(OutputSchema::name))
                .toList();

        @Override
        public Iterator<String> iterator() {
            return ALL.iterator();
        }
    }
}
