package dev.winnow.past.watch;

import dev.winnow.console.input.Candidates;
import dev.winnow.console.input.ScreeningInput;
import dev.winnow.console.option.Format;
import dev.winnow.console.option.FormatOption;
import dev.winnow.console.option.Forms;
import dev.winnow.console.option.InputOptions;
import dev.winnow.console.option.Packs;
import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.option.RecordsOption;
import dev.winnow.console.option.Shipped;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.model.source.Message;
import dev.winnow.records.internal.store.RecordStore;
import dev.winnow.records.internal.store.RecordsFailure;
import dev.winnow.report.json.Contract;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code winnow watch}: screens recorded recommendations again, and lists the conditions that are due. */
@Command(
        name = "watch",
        description = "Screen every recorded recommendation again by the facts and the pack of today: which no longer "
                + "stand and why, which stand nearer to a lower verdict, which conditions are due, overdue or met.",
        footer = {"winnow watch", "winnow watch -o conditions.ics"},
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class WatchCommand implements Callable<Integer> {

    private static final int MAX_DAYS = 3_660;

    private final Terminal terminal;
    private final Packs packs;

    @Mixin
    private final InputOptions input = new InputOptions();

    @Mixin
    private final RecordsOption records = new RecordsOption();

    @Option(names = "--today", paramLabel = "DAY", description = "The day on which conditions are due. Default: today.")
    private @Nullable String today;

    @Option(
            names = "--within",
            paramLabel = "DAYS",
            description = "A condition is due from this number of days before its last day on. Default: 30.")
    private int within = RecordedWatch.DAYS_BEFORE_DUE;

    @Mixin
    private final FormatOption format = new FormatOption(
            "table for people; json for programs; csv or xlsx for spreadsheets; markdown to paste; "
                    + "docx, a Word document; html, a web page; ics, a calendar of conditions. Default: by the "
                    + "ending of -o FILE, otherwise table.",
            Format.TABLE,
            Format.JSON,
            Format.CSV,
            Format.XLSX,
            Format.MARKDOWN,
            Format.DOCX,
            Format.HTML,
            Format.CALENDAR);

    @Mixin
    private final PrintOptions print = new PrintOptions();

    public WatchCommand(Terminal terminal, Packs packs) {
        this.terminal = terminal;
        this.packs = packs;
    }

    @Override
    public Integer call() {
        Format chosen = format.chosen(print, terminal);
        LocalDate day = InputOptions.today(today);
        if (within < 0 || within > MAX_DAYS) {
            throw new Refusal(
                    Exit.USAGE, Message.of("`%s` takes a number from 0 to %s, not %s", "--within", MAX_DAYS, within));
        }
        Notices notices = print.notices(terminal);
        try (Shipped shipped = new Shipped();
                RecordStore store = records.toRead(terminal)) {
            ScreeningInput.Screened screened =
                    new ScreeningInput(input, packs, shipped, notices).screened(List.of(), Candidates::all);
            RecordedWatch recorded = RecordedWatch.of(
                    store,
                    RecordsOption.readable(store, notices),
                    screened.request(),
                    screened.result(),
                    day,
                    within,
                    terminal.wording());
            Watch watch = recorded.watch();
            notices.failures(recorded.recorded().failures().stream()
                    .map(RecordsFailure::what)
                    .toList());
            print.write(
                    terminal,
                    new Forms()
                            .document(recorded::document, print, terminal)
                            .with(
                                    Format.JSON,
                                    out -> Contract.write(
                                            WatchContract.of(
                                                    watch, recorded.recorded().byOthers()),
                                            out))
                            .with(Format.HTML, recorded::writePage)
                            .text(Format.CALENDAR, recorded::calendar)
                            .as(chosen));
            int exit = notices.finish(Message.of("entries with problems were left out; the rest was watched"));
            return watch.anyLost() ? Exit.GATE : exit;
        }
    }
}
