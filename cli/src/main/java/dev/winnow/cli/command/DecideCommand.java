package dev.winnow.cli.command;

import dev.winnow.cli.option.PrintOptions;
import dev.winnow.cli.option.RecordOption;
import dev.winnow.cli.option.RecordsOption;
import dev.winnow.cli.terminal.Exit;
import dev.winnow.cli.terminal.Notices;
import dev.winnow.cli.terminal.Refusal;
import dev.winnow.cli.terminal.Terminal;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.records.internal.replay.PairDecision;
import dev.winnow.records.internal.replay.RecordedPair;
import dev.winnow.records.internal.store.RecordStore;
import dev.winnow.records.internal.store.StoredRecord;
import dev.winnow.records.internal.text.HistoryText;
import dev.winnow.report.internal.layout.Columns;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code winnow decide}: records a decision about a project in a city, with its reason. */
@Command(
        name = "decide",
        description = "Record a decision about a project in a city and its reason, beside the verdict of a "
                + "recorded screening.",
        footer = "winnow decide sien qingdao recommend --reason \"Its funding is proven.\"",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class DecideCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "PROJECT", description = "The project, by id or name.")
    private String project = "";

    @Parameters(index = "1", paramLabel = "CITY", description = "The city, by id or name.")
    private String city = "";

    @Parameters(
            index = "2",
            paramLabel = "VERDICT",
            completionCandidates = Verdicts.class,
            description = "The decision: recommend, hold or decline.")
    private String verdict = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "The reason, in one sentence or more; required.")
    private @Nullable String reason;

    @Option(
            names = "--by",
            paramLabel = "NAME",
            description = "The person or body that decided. Default: the name of your account.")
    private @Nullable String by;

    @Option(
            names = "--screening",
            paramLabel = "NUMBER",
            description = "The record number of the screening that the decision is about. Default: the last one "
                    + "with this pair.")
    private @Nullable String screening;

    @Mixin
    private final RecordsOption records = new RecordsOption();

    @Mixin
    private final PrintOptions print = new PrintOptions();

    public DecideCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Verdict decided = decided();
        if (reason == null) {
            throw new Refusal(Exit.USAGE, Message.of("a decision needs a reason: `%s`", "--reason TEXT"));
        }
        PairDecision asked =
                new PairDecision(screening == null ? null : RecordNumber.of(screening), project, city, decided, reason);
        Notices notices = print.notices(terminal);
        RecordedPair pair = asked.find(() -> records.toRead(terminal));
        try (RecordStore store = records.toWrite(terminal)) {
            StoredRecord stored = asked.append(store, pair, RecordsOption.now(by == null ? null : by.strip()));
            RecordOption.tell(store, stored, notices);
            print.write(
                    terminal,
                    HistoryText.decision(
                            stored,
                            stored.otherDecisions(store.records().readable()),
                            terminal.wording(),
                            print.colours(terminal),
                            print.width(terminal, HistoryText.MOST)));
        }
        return Exit.DONE;
    }

    private Verdict decided() {
        for (Verdict one : Verdict.values()) {
            if (verdict.equalsIgnoreCase(one.name())
                    || verdict.equals(terminal.wording().say("verdict." + one))) {
                return one;
            }
        }
        Message advice = Nearest.advice(verdict.toLowerCase(Locale.ROOT), Verdicts.ALL);
        Message what = Message.of("unknown decision `%s`", Columns.clean(verdict));
        throw new Refusal(
                Exit.USAGE,
                advice == null
                        ? what.with(Message.of("it is one of %s", Message.names(Verdicts.ALL)))
                        : what.with(advice));
    }

    /** Values for shell completion. */
    static final class Verdicts implements Iterable<String> {

        static final List<String> ALL =
                Arrays.stream(Verdict.values()).map(Verdict::words).toList();

        @Override
        public Iterator<String> iterator() {
            return ALL.iterator();
        }
    }
}
