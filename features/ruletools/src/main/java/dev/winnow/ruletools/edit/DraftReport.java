package dev.winnow.ruletools.edit;

import dev.winnow.console.option.DraftFiles;
import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.language.PackException;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Problem;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.layout.CleanText;
import dev.winnow.report.internal.layout.Columns;
import dev.winnow.workbench.internal.edit.Draft;
import dev.winnow.workbench.internal.edit.Draft.Change;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** Writes what {@code rules new} drafted, and reports the files and the next steps. */
final class DraftReport {

    private final Terminal terminal;
    private final Message what;

    /** @param what the drafted item, such as {@code rule `x`} */
    DraftReport(Terminal terminal, Message what) {
        this.terminal = terminal;
        this.what = what;
    }

    /** Creates and writes a draft, or reports why it cannot be created. */
    int write(Supplier<Draft> drafting, Path folder) {
        try {
            return write(drafting.get(), folder);
        } catch (PackException e) {
            return refused(e.problems());
        }
    }

    private int write(Draft draft, Path folder) {
        Message complaint = draft.complaint();
        if (complaint != null) {
            throw new Refusal(Exit.USAGE, complaint);
        }
        if (!draft.problems().isEmpty()) {
            return refused(draft.problems());
        }
        if (draft.obstacle() != null) {
            return toPaste(draft, draft.obstacle());
        }
        DraftFiles.write(draft.files(), draft::write);
        new PrintOptions().write(terminal, report(draft, folder));
        return Exit.DONE;
    }

    private int refused(List<Problem> problems) {
        Notices notices = new Notices(terminal, false);
        notices.problems(problems);
        return notices.finish(Message.of("nothing was written"));
    }

    private Wording wording() {
        return terminal.wording();
    }

    private String report(Draft draft, Path folder) {
        StringBuilder report = new StringBuilder(wording()
                        .sentence("created %s:", Columns.clean(wording().say(what))))
                .append('\n');
        for (Change change : draft.changes()) {
            report.append("  ")
                    .append(CleanText.of(change.path()))
                    .append("  ")
                    .append(wording().sentence(change.before() == null ? "new" : "extended"))
                    .append('\n');
        }
        String pack = CleanText.of(folder);
        return report + wording().sentence("Replace the examples in them, which comments mark. Then") + "\n"
                + "  winnow rules check " + pack + "\n"
                + "  winnow rules test " + pack + "\n";
    }

    private int toPaste(Draft draft, Message obstacle) {
        terminal.say(Columns.clean(wording().say(obstacle)));
        StringBuilder paste = new StringBuilder();
        for (Change change : draft.changes()) {
            String where = change.under() == null
                    ? wording().sentence(", at the end:")
                    : wording().sentence(", under %s:", "`" + change.under() + "`");
            paste.append("# ")
                    .append(CleanText.of(change.path()))
                    .append(where)
                    .append('\n')
                    .append(change.added())
                    .append('\n');
        }
        new PrintOptions().write(terminal, paste.toString());
        terminal.message(Message.of("nothing was written; paste the above by hand"));
        return Exit.PROBLEMS;
    }
}
