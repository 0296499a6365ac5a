package dev.winnow.ruletools.check;

import dev.winnow.language.internal.pack.Check;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.layout.Columns;
import dev.winnow.workbench.internal.lint.Remark;

/** Writes the findings of a check as GitHub workflow commands, which GitHub shows at the lines of a pull request. */
public final class WorkflowCommands {

    private final StringBuilder lines = new StringBuilder();

    private WorkflowCommands() {}

    /** {@return the problems and remarks of a check as workflow commands, one per line} */
    public static String of(CheckReport report, Wording wording) {
        WorkflowCommands commands = new WorkflowCommands();
        report.problems().forEach(problem -> commands.line("error", "", problem, wording));
        for (Remark remark : report.remarks()) {
            boolean warning = remark.check().level() == Check.Level.WARNING;
            commands.line(warning ? "warning" : "notice", remark.check().code(), remark.problem(), wording);
        }
        return commands.lines.toString();
    }

    private void line(String command, String title, Problem problem, Wording wording) {
        Place place = problem.place();
        lines.append("::").append(command).append(" file=").append(property(ReportedFile.relative(place.file())));
        if (place.line() > 0) {
            lines.append(",line=").append(place.line());
        }
        if (place.line() > 0 && place.column() > 0) {
            lines.append(",col=").append(place.column());
            if (problem.length() > 0) {
                lines.append(",endColumn=").append(place.column() + problem.length());
            }
        }
        if (!title.isEmpty()) {
            lines.append(",title=").append(property(title));
        }
        Message advice = problem.advice();
        String text = wording.say(problem.what()) + (advice == null ? "" : "\n" + wording.say(advice));
        lines.append("::").append(data(text)).append('\n');
    }

    private static String data(String text) {
        StringBuilder clean = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            clean.append(clean.isEmpty() ? "" : "\n").append(Columns.clean(line));
        }
        return clean.toString().replace("%", "%25").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
