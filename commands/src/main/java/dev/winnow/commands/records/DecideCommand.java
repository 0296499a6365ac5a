package dev.winnow.commands.records;

import dev.winnow.console.option.InputOptions;
import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.option.RecordOption;
import dev.winnow.console.option.RecordsOption;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.records.internal.entry.RecordOrigin;
import dev.winnow.records.internal.replay.ConditionFulfilment;
import dev.winnow.records.internal.replay.PairDecision;
import dev.winnow.records.internal.replay.RecordedPair;
import dev.winnow.records.internal.store.RecordStore;
import dev.winnow.records.internal.store.StoredRecord;
import dev.winnow.records.internal.text.HistoryText;
import dev.winnow.report.internal.layout.Columns;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code winnow decide}: records a decision about a project in a city, with its reason. */
@Command(
        name = "decide",
        description = "Record a decision about a project in a city and its reason, beside the verdict of a "
                + "recorded screening; or record that a condition of a decision is met.",
        footer = {
            "winnow decide sien qingdao recommend --reason \"Its funding is proven.\"",
            "winnow decide sien qingdao recommend --reason \"It fits.\" --until 2026-12-31",
            "winnow decide --met 3/1 --reason \"Measured by the auditor\""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class DecideCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(index = "0", arity = "0..1", paramLabel = "PROJECT", description = "The project, by id or name.")
    private String project = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "CITY", description = "The city, by id or name.")
    private String city = "";

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "VERDICT",
            completionCandidates = Verdicts.class,
            description = "The decision: recommend, hold or decline.")
    private String verdict = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "The reason, in one sentence or more; required.")
    private @Nullable String reason;

    @ArgGroup(exclusive = false, multiplicity = "0..*")
    private final List<ConditionOptions> conditions = new ArrayList<>();

    @Option(
            names = "--met",
            paramLabel = "NUMBER/ID",
            description = "Record that a condition is met: the record number of its decision, and the number of the "
                    + "condition. --reason says how.")
    private @Nullable String met;

    @Option(
            names = "--on",
            paramLabel = "DAY",
            description = "With --met: the day on which the condition was met. Default: today.")
    private @Nullable String on;

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
        return met == null ? decide() : fulfil(met);
    }

    private int decide() throws IOException {
        if (verdict.isEmpty()) {
            List<String> missing = missing();
            throw new Refusal(
                    Exit.USAGE,
                    missing.size() == 1
                            ? Message.of("`%s` is missing", missing.get(0))
                            : Message.of("%s are missing", Message.all(missing)));
        }
        if (on != null) {
            throw new Refusal(Exit.USAGE, Message.of("`%s` requires `%s`", "--on", "--met"));
        }
        PairDecision asked = new PairDecision(
                screening == null ? null : RecordNumber.of(screening),
                project,
                city,
                decided(),
                reason(),
                ConditionOptions.all(conditions));
        Notices notices = print.notices(terminal);
        RecordedPair pair = asked.find(() -> records.toRead(terminal));
        return recorded(notices, (store, origin) -> asked.append(store, pair, origin));
    }

    private List<String> missing() {
        return project.isEmpty()
                ? List.of("PROJECT", "CITY", "VERDICT")
                : city.isEmpty() ? List.of("CITY", "VERDICT") : List.of("VERDICT");
    }

    private int fulfil(String condition) throws IOException {
        if (!project.isEmpty() || screening != null || !conditions.isEmpty()) {
            throw new Refusal(
                    Exit.USAGE,
                    Message.of(
                            "`%s` names the decision, so it is combined only with %s",
                            "--met", Message.all(List.of("--reason", "--on", "--by"))));
        }
        if (!condition.matches("[1-9]\\d{0,17}/[1-9]\\d{0,5}")) {
            throw new Refusal(
                    Exit.USAGE,
                    Message.of("`%s` names no condition", Columns.clean(condition))
                            .with(Message.of(
                                    "write the number of the record, `/` and the number of the condition: `%s`",
                                    "2/1")));
        }
        int slash = condition.indexOf('/');
        ConditionFulfilment stated = new ConditionFulfilment(
                Long.parseLong(condition.substring(0, slash)),
                Integer.parseInt(condition.substring(slash + 1)),
                on == null ? null : InputOptions.day(on),
                reason());
        Notices notices = print.notices(terminal);
        StoredRecord of = stated.find(() -> records.toRead(terminal));
        return recorded(notices, (store, origin) -> stated.append(store, of, origin));
    }

    private String reason() {
        if (reason == null) {
            throw new Refusal(
                    Exit.USAGE,
                    met == null
                            ? Message.of("a decision needs a reason: `%s`", "--reason TEXT")
                            : Message.of("`%s` needs a reason: `%s`", "--met", "--reason TEXT"));
        }
        return reason;
    }

    private int recorded(Notices notices, BiFunction<RecordStore, RecordOrigin, StoredRecord> append)
            throws IOException {
        try (RecordStore store = records.toWrite(terminal)) {
            StoredRecord stored = append.apply(store, RecordsOption.now(by == null ? null : by.strip()));
            RecordOption.tell(store, stored, notices);
            print.write(
                    terminal,
                    HistoryText.decision(
                            stored,
                            store.records().readable(),
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
