package dev.winnow.papers.minutes;

import dev.winnow.console.input.ScreeningInput;
import dev.winnow.console.option.Format;
import dev.winnow.console.option.FormatOption;
import dev.winnow.console.option.Forms;
import dev.winnow.console.option.FurtherStatements;
import dev.winnow.console.option.InputOptions;
import dev.winnow.console.option.Packs;
import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.option.RecordsOption;
import dev.winnow.console.option.Shipped;
import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.engine.RulePack;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.source.TextFile;
import dev.winnow.records.internal.store.RecordStore;
import dev.winnow.records.internal.store.StoredRecord;
import dev.winnow.report.internal.contents.MinutesAdditions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code winnow minutes}: writes the minutes of a meeting from the recorded decisions. */
@Command(
        name = "minutes",
        description = "Write the minutes of a meeting from recorded decisions: attendance, recusals, decisions with "
                + "reasons and conditions, votes, and with `--panel` the rounds of a panel.",
        footer = {"winnow minutes", "winnow minutes --meeting meeting.yaml -o minutes.docx"},
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class MinutesCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Packs packs;

    @Option(
            names = "--meeting",
            paramLabel = "FILE.yaml",
            description = "The meeting: its day and place, the members present, absent and recused, and the votes.")
    private @Nullable String meeting;

    @Option(
            names = "--from",
            paramLabel = "DAY",
            description = "Only decisions recorded on this day or later. Default: the day of the meeting, "
                    + "otherwise all.")
    private @Nullable String from;

    @Option(
            names = "--until",
            paramLabel = "DAY",
            description = "Only decisions recorded on this day or earlier. Default: all.")
    private @Nullable String until;

    @Mixin
    private final InputOptions input = new InputOptions();

    @Mixin
    private final RecordsOption records = new RecordsOption();

    @Mixin
    private final FormatOption format = new FormatOption(
            "table for people; markdown to paste; docx, a Word document; html, a web page. Default: by "
                    + "the ending of -o FILE, otherwise table.",
            Format.TABLE,
            Format.MARKDOWN,
            Format.DOCX,
            Format.HTML);

    @Mixin
    private final PrintOptions print = new PrintOptions();

    public MinutesCommand(Terminal terminal, Packs packs) {
        this.terminal = terminal;
        this.packs = packs;
    }

    @Override
    public Integer call() {
        Format chosen = format.chosen(print, terminal);
        LocalDate first = from == null ? null : InputOptions.day(from);
        LocalDate last = until == null ? null : InputOptions.day(until);
        Notices notices = print.notices(terminal);
        List<Problem> problems = new ArrayList<>();
        Node root = meeting == null ? null : root(meeting, problems);
        if (meeting != null && root == null) {
            notices.problems(problems);
            throw new Refusal(notices.finish(Message.of("no minutes were written")));
        }
        FurtherStatements further = further(notices);
        try (RecordStore store = records.toRead(terminal)) {
            List<StoredRecord> all = RecordsOption.readable(store, notices);
            List<StoredRecord> decisions = MinutesContents.decisions(
                    all, first == null && root != null ? MeetingReader.day(root) : first, last);
            Meeting given = root == null
                    ? Meeting.NONE
                    : MeetingReader.read(
                            root,
                            decisions.stream().map(one -> one.decision().pair()).toList(),
                            problems);
            notices.problems(problems.stream().sorted().toList());
            StoredRecord end = all.isEmpty() ? null : all.get(all.size() - 1);
            print.write(
                    terminal,
                    new Forms()
                            .document(
                                    () -> MinutesContents.of(
                                            given,
                                            further == null
                                                    ? MinutesAdditions.NONE
                                                    : further.minutes(terminal.wording()),
                                            decisions,
                                            end,
                                            terminal.wording()),
                                    print,
                                    terminal)
                            .as(chosen));
        }
        return notices.finish(Message.of("parts with problems were left out of the minutes"));
    }

    /** Reads the further statements with their universe and pack; null if none are given. */
    private @Nullable FurtherStatements further(Notices notices) {
        if (input.further() == null) {
            return null;
        }
        try (Shipped shipped = new Shipped()) {
            ScreeningInput loader = new ScreeningInput(input, packs, shipped, notices);
            RulePack pack = loader.pack();
            return pack == null ? null : loader.given(pack, loader.universe());
        }
    }

    private static @Nullable Node root(String file, List<Problem> problems) {
        TextFile text = TextFile.read(Shipped.path(file), file, problems);
        return text == null ? null : text.parse(problems);
    }
}
