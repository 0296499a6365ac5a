package dev.winnow.report.internal.text;

import dev.winnow.engine.explain.CaseStep;
import dev.winnow.engine.explain.CaseStep.Constraint;
import dev.winnow.engine.explain.CaseStep.Value;
import dev.winnow.engine.internal.evaluate.Truth;
import dev.winnow.model.source.Message;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.layout.Colours;
import dev.winnow.report.internal.layout.Columns;
import dev.winnow.report.internal.layout.Page;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes how far a rule matched: its patterns, their constraints, and below each the values of its operands. */
public final class StepList {

    private static final int CONSTRAINT = 4;
    private static final int VALUE = 8;

    private StepList() {}

    /** Returns the list; each line ends with a line feed. */
    public static String of(List<CaseStep> steps, Colours colours, Wording wording) {
        Page page = new Page();
        for (CaseStep step : steps) {
            page.line(
                    "  " + wording.sentence("at %s", Columns.clean(step.place().toString())));
            page.hanging("  " + mark(step.truth(), colours) + " ", step.text());
            Message about = about(step);
            if (about != null) {
                page.text(VALUE, wording.say(about));
            }
            values(step.values(), page);
            for (Constraint constraint : step.constraints()) {
                String label = " ".repeat(CONSTRAINT) + mark(constraint.truth(), colours) + " ";
                page.hanging(label, constraint.text());
                values(constraint.values(), page);
            }
        }
        return page.toString();
    }

    /** Returns the row shown, the number of others, and further remarks; null if there is nothing to say. */
    static @Nullable Message about(CaseStep step) {
        Message row = step.row() == null ? null : Message.of("row %s", step.row());
        Message others = step.others() == 0 || step.truth() != Truth.NO
                ? null
                : step.others() == 1
                        ? Message.of("1 other row matches no further")
                        : Message.of("%s other rows match no further", step.others());
        Message rows = row == null ? others : row.with(others);
        Message note = step.note();
        return rows == null ? note : note == null ? rows : Message.of("%s (%s)", note, rows);
    }

    private static void values(List<Value> values, Page page) {
        if (!values.isEmpty()) {
            page.hanging(" ".repeat(VALUE), values.stream().map(StepList::value).collect(Collectors.joining("; ")));
        }
    }

    private static String value(Value value) {
        String limit = value.limit() == null ? "" : " (limit " + value.limit() + ")";
        return value.name() + " = " + value.value() + limit;
    }

    /** Returns the sign for held, failed or undetermined. */
    static String mark(Truth truth, Colours colours) {
        return switch (truth) {
            case YES -> colours.good("✓");
            case NO -> colours.bad("✗");
            case POSSIBLE -> colours.strong("?");
        };
    }
}
