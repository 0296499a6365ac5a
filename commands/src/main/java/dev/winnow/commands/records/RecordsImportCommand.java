package dev.winnow.commands.records;

import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.option.RecordsOption;
import dev.winnow.console.option.Shipped;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.model.source.Message;
import dev.winnow.records.internal.store.RecordStore;
import dev.winnow.report.internal.layout.Columns;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code winnow records import}: imports records that were exported elsewhere. */
@Command(
        name = "import",
        description = "Import all records from a file of `winnow records export`: into a place without "
                + "records, or after records that the file continues. Imports all records or none.",
        footer = "winnow records import records.ndjson --records copy.db",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class RecordsImportCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "FILE", description = "The file.")
    private String file = "";

    @Mixin
    private final RecordsOption records = new RecordsOption();

    @Mixin
    private final PrintOptions print = new PrintOptions();

    public RecordsImportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Path path = Shipped.path(file);
        String shown = Columns.clean(file);
        if (!Files.isRegularFile(path)) {
            throw new Refusal(Exit.USAGE, Message.of("no such file: `%s`", shown));
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            RecordStore.Imported imported = RecordStore.imported(shown, in, () -> records.toWrite(terminal));
            String said = terminal.wording()
                    .sentence(
                            "records added: %s; total: %s; hash of the last: %s",
                            imported.added(), imported.records(), imported.last());
            print.write(terminal, said + "\n");
        } catch (IOException e) {
            throw new Refusal(Exit.COULD_NOT_RUN, Message.of("`%s` cannot be read: %s", shown, PrintOptions.reason(e)));
        }
        return Exit.DONE;
    }
}
