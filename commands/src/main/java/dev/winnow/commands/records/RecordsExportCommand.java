package dev.winnow.commands.records;

import dev.winnow.console.option.Format;
import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.option.RecordsOption;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.records.internal.store.RecordStore;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code winnow records export}: writes all records as NDJSON. */
@Command(
        name = "export",
        description = "Write all records with their packs, universes and results as NDJSON, one record per "
                + "line, for import elsewhere.",
        footer = "winnow records export -o records.ndjson",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class RecordsExportCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private final RecordsOption records = new RecordsOption();

    @Mixin
    private final PrintOptions print = PrintOptions.ofData(Format.NDJSON);

    public RecordsExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (RecordStore store = records.toRead(terminal)) {
            print.write(terminal, store::exportTo);
        }
        return Exit.DONE;
    }
}
