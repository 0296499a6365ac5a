package dev.winnow.cli.rules;

import dev.winnow.cli.option.PrintOptions;
import dev.winnow.cli.terminal.Exit;
import dev.winnow.cli.terminal.Notices;
import dev.winnow.cli.terminal.Refusal;
import dev.winnow.cli.terminal.Terminal;
import dev.winnow.language.pack.PackException;
import dev.winnow.model.source.Message;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.layout.CleanText;
import dev.winnow.report.layout.Columns;
import dev.winnow.workbench.edit.Draft;
import dev.winnow.workbench.edit.Draft.Change;
import java.nio.file.Path;

/** Writes what `rules new` drafted, and says what was written and what to do next. */
final class DraftReport {

    private final Terminal terminal;
    private final Message what;

    /** @param what was asked for: {@code rule `x`} */
    DraftReport(Terminal terminal, Message what) {
        this.terminal = terminal;
        this.what = what;
    }

    /** Writes the draft, or says why not. */
    int write(Draft draft, Path folder) {
        Message complaint = draft.complaint();
        if (complaint != null) {
            throw new Refusal(Exit.USAGE, complaint);
        }
        if (!draft.problems().isEmpty()) {
            Notices notices = new Notices(terminal, false);
            notices.problems(draft.problems());
            return notices.finish(Message.of("nothing was written"));
        }
        if (draft.obstacle() != null) {
            return toPaste(draft, draft.obstacle());
        }
        Workbench.write(draft);
        new PrintOptions().write(terminal, report(draft, folder));
        return Exit.DONE;
    }

    /** A pack that is not there, or cannot be opened. */
    static int refused(Terminal terminal, PackException refusal) {
        Notices notices = new Notices(terminal, false);
        notices.problems(refusal.problems());
        return notices.finish(Message.of("nothing was written"));
    }

    private Wording wording() {
        return terminal.wording();
    }

    private String report(Draft draft, Path folder) {
        StringBuilder report = new StringBuilder(wording()
                        .sentence("%s is begun:", Columns.clean(wording().say(what))))
                .append('\n');
        for (Change change : draft.changes()) {
            report.append("  ")
                    .append(CleanText.of(change.path()))
                    .append("  ")
                    .append(wording().sentence(change.before() == null ? "new" : "extended"))
                    .append('\n');
        }
        String pack = CleanText.of(folder);
        return report + wording().sentence("Change what is an example in them: the comments say where. Then") + "\n"
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
