package dev.winnow.commands.data;

import dev.winnow.console.Features;
import dev.winnow.console.FileKind;
import dev.winnow.console.option.Choices;
import dev.winnow.console.option.Format;
import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.option.Shipped;
import dev.winnow.console.option.VocabularyOption;
import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.model.source.Message;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.report.json.Contracts;
import dev.winnow.report.json.OutputSchema;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
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
            Features.files().forEach(file -> list.append(line(file.name(), file.place())));
            Features.outputs().forEach(output -> list.append(line(output.name(), output.printedBy())));
            print.write(terminal, list.toString());
            return notices.finish(Message.of("entries with problems were left out"));
        }
        Choices.oneOf("schema", kind, Kinds.ALL);
        Vocabulary facts;
        try (Shipped shipped = new Shipped()) {
            facts = vocabulary.read(shipped, notices);
        }
        Map<String, Object> schema = Features.files()
                .filter(file -> file.name().equals(kind))
                .findFirst()
                .map(file -> file.schema().apply(facts))
                .orElseGet(() -> Features.outputs()
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

    /** Values for shell completion. */
    static final class Kinds implements Iterable<String> {

        private static final List<String> ALL = Stream.concat(
                        Features.files().map(FileKind::name), Features.outputs().map(OutputSchema::name))
                .toList();

        @Override
        public Iterator<String> iterator() {
            return ALL.iterator();
        }
    }
}
