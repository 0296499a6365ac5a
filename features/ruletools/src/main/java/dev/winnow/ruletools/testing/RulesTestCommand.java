package dev.winnow.ruletools.testing;

import dev.winnow.console.option.Format;
import dev.winnow.console.option.FormatOption;
import dev.winnow.console.option.Packs;
import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.option.Shipped;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.engine.RulePack;
import dev.winnow.language.PackException;
import dev.winnow.model.source.Message;
import dev.winnow.report.internal.layout.Colours;
import dev.winnow.report.internal.layout.Columns;
import dev.winnow.report.json.Contract;
import dev.winnow.ruletools.option.PackOption;
import dev.winnow.ruletools.option.PackWatch;
import dev.winnow.ruletools.option.Percentage;
import dev.winnow.workbench.internal.lint.Lint;
import dev.winnow.workbench.internal.testing.CaseRunner;
import dev.winnow.workbench.internal.testing.TestPlan;
import dev.winnow.workbench.internal.testing.TestRun;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code winnow rules test}: runs the worked examples of a pack. */
@Command(
        name = "test",
        description = "Run the cases of a pack and show failures with the expected and actual outcome and the "
                + "values that the rule evaluated.",
        footer = {"winnow rules test --coverage", "winnow rules test drafts/battery -k funding"},
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class RulesTestCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private final PackOption pack;

    @Option(
            names = {"-k", "--filter"},
            paramLabel = "TEXT",
            description = "Only cases whose rule, table, criterion or sentence contains this text. A text with the "
                    + "wildcard * must match the whole name or sentence.")
    private @Nullable String filter;

    @Option(names = "--fail-fast", description = "Stop at the first failing case.")
    private boolean failFast;

    @Option(
            names = {"-w", "--watch"},
            description = "Run again after each change of the pack’s files, until Ctrl-C.")
    private boolean watch;

    @Option(names = "--runs", hidden = true, description = "End --watch after this number of runs.")
    private int runs;

    @Option(names = "--coverage", description = "Show for every rule and constraint the outcomes that no case covers.")
    private boolean coverage;

    @Option(
            names = "--threshold",
            paramLabel = "PERCENT",
            description = "Minimum percentage of possible outcomes that cases must cover; shows coverage too.")
    private @Nullable BigDecimal threshold;

    @Mixin
    private final FormatOption formats = new FormatOption(
            "text for people; json for programs; junit, XML for build servers. Default: by the ending of -o"
                    + " FILE, otherwise text.",
            Format.TEXT,
            Format.JSON,
            Format.JUNIT);

    private Format format = Format.TEXT;

    @Mixin
    private final PrintOptions print = new PrintOptions();

    public RulesTestCommand(Terminal terminal, Packs packs) {
        this.terminal = terminal;
        this.pack = new PackOption(packs);
    }

    @Override
    public Integer call() {
        format = formats.chosen(print, terminal);
        check();
        try (Shipped shipped = new Shipped()) {
            Path folder = pack.folder(shipped);
            return watch ? watch(folder) : test(folder, () -> "");
        }
    }

    private void check() {
        Percentage.check(threshold);
        if (filter != null && filter.isBlank()) {
            throw new Refusal(Exit.USAGE, Message.of("--filter is empty: leave it out to run all cases"));
        }
        if (watch && format != Format.TEXT) {
            throw new Refusal(Exit.USAGE, Message.of("--watch requires --format text"));
        }
    }

    private int watch(Path folder) {
        terminal.message(Message.of("watching `%s`; Ctrl-C ends", Columns.clean(folder.toString())));
        return new PackWatch(folder, runs).run((number, changed) -> {
            String heading = PackWatch.heading(terminal.wording(), number, changed);
            return test(folder, () -> print.colours(terminal).strong(heading) + "\n");
        });
    }

    /** @param heading the text above the results */
    private int test(Path folder, Supplier<String> heading) {
        Colours colours = print.colours(terminal);
        Notices notices = print.notices(terminal);
        try {
            RulePack draft = pack.draft(folder);
            TestRun run = CaseRunner.run(draft, new TestPlan(filter, failFast));
            TestReport report = new TestReport(draft, run, filter, coverage || threshold != null, threshold);
            switch (format) {
                case JSON -> print.write(terminal, out -> Contract.write(TestContract.of(report), out));
                case JUNIT -> print.write(terminal, JUnitXml.of(report, terminal.wording()));
                default -> print.write(terminal, heading.get() + report.text(colours, terminal.wording()));
            }
            notices.notes(Lint.lackingCases(draft));
            if (format != Format.TEXT) {
                report.complaints().forEach(complaint -> terminal.message(complaint));
            }
            return report.complaints().isEmpty() && run.failed() == 0 ? Exit.DONE : Exit.GATE;
        } catch (PackException e) {
            String above = heading.get();
            if (!above.isEmpty()) {
                print.write(terminal, above);
            }
            notices.problems(e.problems());
            return notices.finish(Message.of("no case was run"));
        }
    }
}
