package dev.winnow.ruletools.check;

import dev.winnow.engine.RulePack;
import dev.winnow.language.PackException;
import dev.winnow.language.internal.pack.Check;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.layout.CleanText;
import dev.winnow.report.internal.layout.Colours;
import dev.winnow.report.internal.layout.Columns;
import dev.winnow.workbench.internal.lint.Lint;
import dev.winnow.workbench.internal.lint.Remark;
import dev.winnow.workbench.internal.lint.RuleReach;
import dev.winnow.workbench.internal.testing.CaseRunner;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The findings of a check of a pack.
 *
 * @param subject the pack; null if it breaks the pack law
 * @param problems the violations of the pack law, by place
 * @param remarks the warnings, then the notes
 * @param universe the name of the universe that its rules were tried on; null for none
 * @param reach the results of each rule on it
 */
public record CheckReport(
        @Nullable Subject subject,
        List<Problem> problems,
        List<Remark> remarks,
        @Nullable String universe,
        List<RuleReach> reach) {

    /**
     * A pack that was checked.
     *
     * @param rules number of its rules
     */
    public record Subject(String name, String version, String digest, int rules) {}

    /** Returns the report of a pack that breaks the pack law. */
    public static CheckReport of(PackException broken) {
        return new CheckReport(null, broken.problems(), List.of(), null, List.of());
    }

    /**
     * Checks a pack that may lack cases. A pack that cannot screen the universe, for instance because of another
     * currency, gets a problem.
     */
    public static CheckReport of(RulePack draft, @Nullable Universe universe) {
        List<Problem> problems = new ArrayList<>(CaseRunner.problems(draft));
        List<Remark> remarks = new ArrayList<>();
        for (Remark remark : Lint.remarks(draft)) {
            if (remark.check() == Check.LACKS_CASE) {
                problems.add(remark.problem());
            } else {
                remarks.add(remark);
            }
        }
        String held = null;
        List<RuleReach> reach = List.of();
        if (universe != null) {
            try {
                reach = RuleReach.of(draft, universe);
                held = universe.name();
            } catch (PackException e) {
                problems.addAll(e.problems());
            }
        }
        reach.stream().map(RuleReach::remark).filter(Objects::nonNull).forEach(remarks::add);
        Collections.sort(problems);
        Collections.sort(remarks);
        Subject subject = new Subject(
                draft.name(),
                draft.version(),
                draft.digest(),
                draft.checkedRules().size());
        return new CheckReport(subject, problems, remarks, held, reach);
    }

    /** Returns the results of each knock-out. */
    public List<RuleReach> knockOuts() {
        return reach.stream().filter(RuleReach::knocksOut).toList();
    }

    /** Returns the rules that the facts leave undetermined for every candidate in every city. */
    public List<String> neverDecided() {
        return reach.stream()
                .filter(RuleReach::neverDecided)
                .map(one -> one.rule().id())
                .toList();
    }

    /** Returns the number of warnings. */
    public int warnings() {
        return count(Check.Level.WARNING);
    }

    int notes() {
        return count(Check.Level.NOTE);
    }

    private int count(Check.Level level) {
        return (int) remarks.stream()
                .filter(remark -> remark.check().level() == level)
                .count();
    }

    /** Returns the report as text. */
    public String text(Colours colours, Wording wording) {
        StringBuilder text = new StringBuilder();
        problems.forEach(
                problem -> text.append(CleanText.lines(wording.say(problem))).append('\n'));
        remarks.forEach(remark -> text.append(shown(remark, wording)).append('\n'));
        if (universe != null) {
            knockOuts(text, wording);
            neverDecided(text, wording);
        }
        return text.append(summary(colours, wording)).append('\n').toString();
    }

    private static String shown(Remark remark, Wording wording) {
        String level = remark.check().level() == Check.Level.WARNING ? "warning: %s" : "note: %s";
        String[] lines = CleanText.lines(wording.say(remark.problem())).split("\n", 2);
        return wording.sentence(level, lines[0]) + " (" + remark.check().code() + ")"
                + (lines.length == 1 ? "" : "\n" + lines[1]);
    }

    private void knockOuts(StringBuilder text, Wording wording) {
        List<RuleReach> knockOuts = knockOuts();
        String name = Columns.clean(String.valueOf(universe));
        if (knockOuts.isEmpty()) {
            text.append(wording.sentence("Knock-outs in %s: the pack has none", name))
                    .append('\n');
            return;
        }
        text.append(wording.sentence(
                        "Knock-outs in %s, of %s of a candidate and a city",
                        name, wording.say(Message.count(knockOuts.get(0).pairs(), "no pairs", "1 pair", "%s pairs"))))
                .append('\n');
        int widest = knockOuts.stream()
                .mapToInt(one -> Columns.width(one.rule().id()))
                .max()
                .orElse(0);
        for (RuleReach one : knockOuts) {
            text.append("  ").append(Columns.left(one.rule().id(), Math.min(widest, Columns.PAGE / 2)));
            text.append("  ")
                    .append(wording.sentence(
                            "fires %s, open %s, does not apply %s", one.fires(), one.open(), one.passes()))
                    .append('\n');
        }
    }

    private void neverDecided(StringBuilder text, Wording wording) {
        List<String> never = neverDecided();
        if (!never.isEmpty()) {
            text.append(wording.sentence("Never decided there, for lack of facts"))
                    .append('\n');
            never.forEach(rule -> text.append("  ").append(Columns.clean(rule)).append('\n'));
        }
    }

    private String summary(Colours colours, Wording wording) {
        String count = wording.say(Message.count(problems.size(), "no problems", "1 problem", "%s problems"));
        String shown = problems.isEmpty() ? colours.good(count) : colours.bad(count);
        String counts = shown
                + (warnings() == 0
                        ? ""
                        : wording.sentence(", ")
                                + wording.say(Message.count(warnings(), "no warnings", "1 warning", "%s warnings")))
                + (notes() == 0
                        ? ""
                        : wording.sentence(", ")
                                + wording.say(Message.count(notes(), "no notes", "1 note", "%s notes")));
        return subject == null
                ? counts
                : wording.sentence(
                        "%s: %s",
                        Columns.clean(subject.name()) + " " + Columns.clean(subject.version()),
                        wording.say(Message.count(subject.rules(), "no rules", "1 rule", "%s rules"))
                                + wording.sentence(", ")
                                + counts);
    }
}
