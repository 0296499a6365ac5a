package dev.winnow.commands.records;

import dev.winnow.console.option.Format;
import dev.winnow.console.option.FormatOption;
import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.option.RecordsOption;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.model.source.Message;
import dev.winnow.records.internal.entry.ScreeningEntry;
import dev.winnow.records.internal.replay.Replay;
import dev.winnow.records.internal.store.RecordStore;
import dev.winnow.records.internal.store.StoredRecord;
import dev.winnow.records.internal.text.HistoryText;
import dev.winnow.records.internal.text.RecordsJson;
import dev.winnow.records.internal.text.ReplayText;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code winnow replay}: derives the results of a recorded screening again. */
@Command(
        name = "replay",
        description = "Derive the results of a recorded screening again from its stored inputs, and report "
                + "whether they are identical to the byte or where they differ. Exits with 1 if they "
                + "differ.",
        footer = "winnow replay 1",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class ReplayCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "NUMBER", description = "The record number of a screening.")
    private String number = "";

    @Mixin
    private final FormatOption format = FormatOption.ofText();

    @Mixin
    private final RecordsOption records = new RecordsOption();

    @Mixin
    private final PrintOptions print = new PrintOptions();

    public ReplayCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        boolean json = format.chosen(print, terminal) == Format.JSON;
        long asked = RecordNumber.of(number);
        try (RecordStore store = records.toRead(terminal)) {
            StoredRecord record = store.record(asked);
            ScreeningEntry screening = record.screening();
            Replay replay = Replay.of(store, asked, screening, RecordsOption.now(null));
            if (json) {
                print.write(terminal, out -> RecordsJson.replay(replay, out));
            } else {
                print.write(
                        terminal,
                        ReplayText.of(
                                replay,
                                terminal.wording(),
                                print.colours(terminal),
                                print.width(terminal, HistoryText.MOST)));
            }
            return replay.identical() ? Exit.DONE : Exit.GATE;
        } catch (IOException e) {
            throw new Refusal(
                    Exit.PROBLEMS, Message.of("record `%s` cannot be replayed: %s", asked, PrintOptions.reason(e)));
        }
    }
}
