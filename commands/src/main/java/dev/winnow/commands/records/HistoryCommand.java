package dev.winnow.commands.records;

import dev.winnow.console.option.Format;
import dev.winnow.console.option.FormatOption;
import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.option.RecordsOption;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.model.source.Message;
import dev.winnow.records.internal.content.PairResult;
import dev.winnow.records.internal.entry.ScreeningEntry;
import dev.winnow.records.internal.store.RecordStore;
import dev.winnow.records.internal.store.StoredRecord;
import dev.winnow.records.internal.text.HistoryText;
import dev.winnow.records.internal.text.RecordsJson;
import dev.winnow.report.internal.layout.Colours;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code winnow history}: lists recorded screenings and decisions. */
@Command(
        name = "history",
        description = "List recorded screenings and decisions with author and time, or show one record in full.",
        footer = {"winnow history", "winnow history 1"},
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class HistoryCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "NUMBER",
            description = "Show this record in full. Default: list all.")
    private @Nullable String number;

    @Option(
            names = "--results",
            description = "With the NUMBER of a screening: print its recorded results, the JSON of `winnow screen "
                    + "-f json`.")
    private boolean results;

    @Mixin
    private final FormatOption format = FormatOption.ofText();

    @Mixin
    private final RecordsOption records = new RecordsOption();

    @Mixin
    private final PrintOptions print = new PrintOptions();

    public HistoryCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        boolean json = format.chosen(print, terminal) == Format.JSON;
        if (results && number == null) {
            throw new Refusal(Exit.USAGE, Message.of("`%s` needs the number of a screening", "--results"));
        }
        Long one = number == null ? null : RecordNumber.of(number);
        Colours colours = print.colours(terminal);
        int width = print.width(terminal, HistoryText.MOST);
        try (RecordStore store = records.toRead(terminal)) {
            if (one == null) {
                RecordStore.Contents contents = store.records();
                List<StoredRecord> all = contents.readable();
                if (json) {
                    print.write(terminal, out -> RecordsJson.records(all, out));
                } else {
                    print.write(terminal, HistoryText.list(all, store.place(), terminal.wording(), colours, width));
                }
                contents.failures().forEach(failure -> terminal.message(failure.what()));
                return contents.failures().isEmpty() ? Exit.DONE : Exit.PROBLEMS;
            }
            StoredRecord record = store.record(one);
            if (results) {
                ScreeningEntry screening = record.screening();
                try (InputStream stored =
                        store.content(screening.contents().results()).open()) {
                    print.write(terminal, stored::transferTo);
                }
            } else if (json) {
                print.write(terminal, out -> RecordsJson.record(record, out));
            } else {
                print.write(terminal, text(store, record, colours, width));
            }
        }
        return Exit.DONE;
    }

    private String text(RecordStore store, StoredRecord record, Colours colours, int width) {
        List<StoredRecord> all = store.records().readable();
        if (!(record.entry() instanceof ScreeningEntry screening)) {
            return HistoryText.decision(record, all, terminal.wording(), colours, width);
        }
        List<PairResult> pairs = store.content(screening.contents().pairs(), PairResult::of);
        return HistoryText.screening(record, pairs, record.decisions(all), terminal.wording(), colours, width);
    }
}
