package dev.winnow.commands.records;

import dev.winnow.console.option.Format;
import dev.winnow.console.option.FormatOption;
import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.option.RecordsOption;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.model.source.Message;
import dev.winnow.records.internal.store.RecordStore;
import dev.winnow.records.internal.store.Verification;
import dev.winnow.records.internal.text.HistoryText;
import dev.winnow.records.internal.text.RecordsJson;
import dev.winnow.records.internal.text.VerifyText;
import dev.winnow.report.internal.layout.Columns;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code winnow verify}: checks that records are unchanged. */
@Command(
        name = "verify",
        description = "Check that all records are unchanged, and list those that were altered, removed or "
                + "moved. Exits with 1 if there are any.",
        footer = "winnow verify",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class VerifyCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(
            names = "--expect",
            paramLabel = "HASH",
            description = "A record hash noted elsewhere, or at least its first 12 characters; a record must have it.")
    private @Nullable String expected;

    @Mixin
    private final FormatOption format = FormatOption.ofText();

    @Mixin
    private final RecordsOption records = new RecordsOption();

    @Mixin
    private final PrintOptions print = new PrintOptions();

    public VerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        boolean json = format.chosen(print, terminal) == Format.JSON;
        String hash = expected == null ? null : expected.strip().toLowerCase(Locale.ROOT);
        if (hash != null && !hash.matches("[0-9a-f]{12,64}")) {
            throw new Refusal(
                    Exit.USAGE,
                    Message.of("`%s` is not a record hash", Columns.clean(hash))
                            .with(Message.of("give 12 to 64 of its characters, 0 to 9 and a to f")));
        }
        try (RecordStore store = records.toRead(terminal)) {
            Verification all = store.verify();
            Verification found = hash == null ? all : all.expecting(hash);
            if (json) {
                print.write(terminal, out -> RecordsJson.verification(found, out));
            } else {
                print.write(
                        terminal,
                        VerifyText.of(
                                found,
                                store.place(),
                                hash,
                                terminal.wording(),
                                print.colours(terminal),
                                print.width(terminal, HistoryText.MOST)));
            }
            return found.isWhole() ? Exit.DONE : Exit.GATE;
        }
    }
}
