package dev.winnow.ruletools.mutate;

import dev.winnow.console.option.DraftFiles;
import dev.winnow.console.option.Format;
import dev.winnow.console.option.FormatOption;
import dev.winnow.console.option.Packs;
import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.option.Shipped;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.ProgressLine;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.language.PackException;
import dev.winnow.model.source.Message;
import dev.winnow.report.internal.layout.CleanText;
import dev.winnow.report.json.Contract;
import dev.winnow.ruletools.option.PackOption;
import dev.winnow.ruletools.option.Percentage;
import dev.winnow.workbench.internal.edit.Draft;
import dev.winnow.workbench.internal.mutate.MutationPlan;
import dev.winnow.workbench.internal.mutate.MutationRun;
import dev.winnow.workbench.internal.mutate.MutationTesting;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code winnow rules mutate}: tests whether the cases of a pack would detect a mistake in its rules. */
@Command(
        name = "mutate",
        description = "Change the rules of a pack, one small change at a time, and show the changes that no "
                + "case detects, with cases that would.",
        footer = "winnow rules mutate battery -k local-lead-users",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class RulesMutateCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private final PackOption pack;

    @Option(
            names = {"-k", "--filter"},
            paramLabel = "TEXT",
            description = "Only rules whose id or criterion contains this text. A text with the wildcard * must "
                    + "match the whole name.")
    private @Nullable String filter;

    @Option(
            names = "--write-cases",
            description = "Add the proposed cases to the case files, then run again and show what remains.")
    private boolean writeCases;

    @Option(
            names = "--threshold",
            paramLabel = "PERCENT",
            description = "Minimum percentage of detectable changes that cases must detect. Default: 100.")
    private @Nullable BigDecimal threshold;

    @Mixin
    private final FormatOption formats = new FormatOption(
            "text for people; json for programs. Default: by the ending of -o FILE, otherwise text.",
            Format.TEXT,
            Format.JSON);

    private Format format = Format.TEXT;

    @Mixin
    private final PrintOptions print = new PrintOptions();

    public RulesMutateCommand(Terminal terminal, Packs packs) {
        this.terminal = terminal;
        this.pack = new PackOption(packs);
    }

    @Override
    public Integer call() {
        format = formats.chosen(print, terminal);
        Percentage.check(threshold);
        if (filter != null && filter.isBlank()) {
            throw new Refusal(Exit.USAGE, Message.of("--filter is empty: leave it out to change all rules"));
        }
        Notices notices = print.notices(terminal);
        try (Shipped shipped = new Shipped()) {
            Path folder = pack.folder(shipped);
            MutationRun run = run(folder);
            if (writeCases && run.failed().isEmpty() && !run.proposals().isEmpty()) {
                return written(folder, run);
            }
            return report(run);
        } catch (PackException e) {
            notices.problems(e.problems());
            return notices.finish(Message.of("no rule was changed"));
        }
    }

    private MutationRun run(Path folder) {
        try (ProgressLine progress = new ProgressLine(terminal, true, terminal.wording())) {
            return MutationTesting.run(folder, new MutationPlan(filter, MutationPlan.ALL.threads(), progress::show));
        }
    }

    private int written(Path folder, MutationRun run) {
        Draft draft = MutationTesting.draft(folder, run.proposals());
        if (draft.obstacle() != null) {
            int exit = report(run);
            terminal.message(Message.of("nothing was written: %s", draft.obstacle()));
            return Math.max(exit, Exit.PROBLEMS);
        }
        DraftFiles.write(draft.files(), draft::write);
        draft.changes()
                .forEach(change ->
                        terminal.say(terminal.wording().sentence("extended %s", CleanText.of(change.path()))));
        terminal.message(Message.count(
                run.proposals().size(),
                "no cases written; this is what is left",
                "1 case written; this is what is left",
                "%s cases written; this is what is left"));
        return report(run(folder));
    }

    private int report(MutationRun run) {
        MutationReport report = new MutationReport(run, threshold);
        if (format == Format.JSON) {
            print.write(terminal, out -> Contract.write(MutationContract.of(report), out));
            report.complaints().forEach(complaint -> terminal.message(complaint));
        } else {
            print.write(terminal, report.text(print.colours(terminal), terminal.wording()));
        }
        return report.complaints().isEmpty() ? Exit.DONE : Exit.GATE;
    }
}
