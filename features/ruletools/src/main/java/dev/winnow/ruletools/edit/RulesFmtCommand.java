package dev.winnow.ruletools.edit;

import dev.winnow.console.option.DraftFiles;
import dev.winnow.console.option.Packs;
import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.option.Shipped;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.language.PackException;
import dev.winnow.model.source.Message;
import dev.winnow.report.internal.layout.CleanText;
import dev.winnow.ruletools.option.PackOption;
import dev.winnow.workbench.internal.edit.Draft;
import dev.winnow.workbench.internal.edit.RuleFormat;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code winnow rules fmt}: formats the rule files of a pack. */
@Command(
        name = "fmt",
        description = "Format the rule files of a pack: indentation, blanks, order of annotations. Comments, "
                + "meaning and YAML files stay unchanged.",
        footer = "winnow rules fmt drafts/battery --check",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class RulesFmtCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private final PackOption pack;

    @Option(
            names = "--check",
            description = "Change no file; list files that are not formatted, and exit with 1 if there are any.")
    private boolean check;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print nothing if there are no problems.")
    private boolean quiet;

    public RulesFmtCommand(Terminal terminal, Packs packs) {
        this.terminal = terminal;
        this.pack = new PackOption(packs);
    }

    @Override
    public Integer call() {
        Notices notices = new Notices(terminal, quiet);
        try (Shipped shipped = new Shipped()) {
            Draft draft = RuleFormat.of(pack.folder(shipped));
            if (!check) {
                DraftFiles.write(draft.files(), draft::write);
            }
            StringBuilder list = new StringBuilder();
            for (Draft.Change change : draft.changes()) {
                list.append(terminal.wording()
                                .sentence(check ? "would change %s" : "formatted %s", CleanText.of(change.path())))
                        .append('\n');
            }
            if (draft.changes().isEmpty() && draft.problems().isEmpty() && !quiet) {
                list.append(terminal.wording().sentence("every rule file is formatted"))
                        .append('\n');
            }
            new PrintOptions().write(terminal, list.toString());
            notices.problems(draft.problems());
            int exit = notices.finish(Message.of("files with problems were not changed"));
            return exit != Exit.DONE || !check || draft.changes().isEmpty() ? exit : Exit.GATE;
        } catch (PackException e) {
            notices.problems(e.problems());
            return notices.finish(Message.of("nothing was formatted"));
        }
    }
}
