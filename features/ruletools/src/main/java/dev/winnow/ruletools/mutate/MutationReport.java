package dev.winnow.ruletools.mutate;

import dev.winnow.engine.explain.CaseResult;
import dev.winnow.model.source.Message;
import dev.winnow.report.i18n.Numbers;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.layout.CleanText;
import dev.winnow.report.internal.layout.Colours;
import dev.winnow.report.internal.layout.Columns;
import dev.winnow.report.internal.layout.Page;
import dev.winnow.workbench.internal.mutate.CaseProposal;
import dev.winnow.workbench.internal.mutate.Mutant;
import dev.winnow.workbench.internal.mutate.Mutant.Fate;
import dev.winnow.workbench.internal.mutate.MutationRun;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The result of mutation testing with the options of its report.
 *
 * @param run the result
 * @param threshold the minimum score in percent; null to require every detectable mutant to be detected
 */
public record MutationReport(MutationRun run, @Nullable BigDecimal threshold) {

    /** Returns the report as text. */
    public String text(Colours colours, Wording wording) {
        Page page = new Page();
        for (CaseResult failed : run.failed()) {
            page.line(colours.bad(wording.sentence("FAILED %s", Columns.clean(failed.sentence()))));
            page.line("  "
                    + wording.sentence("at %s", Columns.clean(failed.place().toString())));
        }
        Set<String> rules = new LinkedHashSet<>();
        run.mutants().forEach(mutant -> rules.add(mutant.rule()));
        rules.forEach(rule -> rule(rule, page, colours, wording));
        undecided(page, colours, wording);
        if (!run.mutants().isEmpty()) {
            scores(page, colours, wording);
        }
        complaints()
                .forEach(complaint -> Columns.wrap(wording.say(complaint), Columns.PAGE)
                        .forEach(line -> page.line(colours.bad(line))));
        return page.toString();
    }

    private void rule(String rule, Page page, Colours colours, Wording wording) {
        List<Mutant> survivors = run.mutants().stream()
                .filter(mutant -> mutant.rule().equals(rule) && mutant.fate() == Fate.SURVIVED)
                .toList();
        List<CaseProposal> proposals = run.proposals().stream()
                .filter(proposal -> proposal.rule().equals(rule))
                .toList();
        if (survivors.isEmpty() && proposals.isEmpty()) {
            return;
        }
        page.line(colours.strong(wording.sentence("rule %s", Columns.clean(rule))));
        survivors.forEach(mutant -> change(mutant, noticing(mutant, proposals, wording), page, colours, wording));
        proposals.forEach(proposal -> {
            String file = CleanText.of(proposal.file());
            String add = proposals.size() == 1
                    ? wording.sentence("add to %s%s:", file, kills(proposal, wording))
                    : wording.sentence(
                            "case %s: add to %s%s:", proposals.indexOf(proposal) + 1, file, kills(proposal, wording));
            page.line("  " + add);
            proposal.text().lines().forEach(line -> page.line(colours.good(Columns.clean(line))));
        });
        page.line("");
    }

    private static String kills(CaseProposal proposal, Wording wording) {
        return proposal.kills().isEmpty()
                ? wording.sentence(", which every rule needs")
                : wording.sentence(
                        ", which notices %s",
                        wording.say(Message.count(proposal.kills().size(), "no changes", "1 change", "%s changes")));
    }

    /** Returns which of several proposed cases detects a mutant, in words. */
    private static String noticing(Mutant mutant, List<CaseProposal> proposals, Wording wording) {
        for (int i = 0; i < proposals.size() && proposals.size() > 1; i++) {
            if (proposals.get(i).kills().contains(mutant)) {
                return wording.sentence(": no case notices; case %s would", i + 1);
            }
        }
        return wording.sentence(": no case notices");
    }

    private static void change(Mutant mutant, String verdict, Page page, Colours colours, Wording wording) {
        page.line(Columns.clean(mutant.place() + ": ") + words(mutant, wording) + verdict);
        String before = String.valueOf(mutant.place().text());
        int indent = before.length() - before.stripLeading().length();
        page.line("   - " + Columns.clean(before.strip()));
        page.line("   + " + Columns.clean(mutant.changed().strip()));
        int at = Math.max(0, mutant.place().column() - 1 - indent);
        String lead = before.strip().substring(0, Math.min(at, before.strip().length()));
        page.line(colours.bad("     " + " ".repeat(Columns.width(lead)) + "^"));
    }

    /** Returns a mutant in words. */
    private static String words(Mutant mutant, Wording wording) {
        String before = "`" + Columns.clean(mutant.before()) + "`";
        String after = "`" + Columns.clean(mutant.after()) + "`";
        return mutant.before().isEmpty()
                ? wording.sentence("%s added", after)
                : mutant.after().isEmpty() ? wording.sentence("%s dropped", before) : before + " → " + after;
    }

    private void undecided(Page page, Colours colours, Wording wording) {
        List<Mutant> mutants = run.mutants().stream()
                .filter(mutant -> mutant.fate() == Fate.UNDECIDED)
                .toList();
        if (mutants.isEmpty()) {
            return;
        }
        page.line(colours.strong(wording.sentence("Undecided: no case was found that notices these")));
        for (Mutant mutant : mutants) {
            page.line(Columns.clean(mutant.place().toString()));
            page.hanging(
                    "  ",
                    wording.sentence("%s: %s", mutant.rule(), words(mutant, wording))
                            + " – "
                            + (mutant.why() == null ? "" : wording.say(mutant.why())));
        }
        page.line("");
    }

    private void scores(Page page, Colours colours, Wording wording) {
        Map<String, List<Mutant>> byFile = byFile();
        int width = byFile.keySet().stream().mapToInt(Columns::width).max().orElse(0);
        page.line(colours.strong(wording.sentence("Noticed, of the changes that a case can notice")));
        byFile.forEach((file, mutants) -> score(file, mutants, width, page, colours, wording));
        page.line(summary(wording));
    }

    private static void score(
            String file, List<Mutant> mutants, int width, Page page, Colours colours, Wording wording) {
        long killed = MutationRun.count(mutants, Fate.KILLED);
        long all = killed + MutationRun.count(mutants, Fate.SURVIVED);
        String percent = Columns.right(Numbers.near(MutationRun.score(mutants), 1) + " %", 7);
        page.line("  " + Columns.left(file, width) + "  " + Columns.right(wording.sentence("%s of %s", killed, all), 12)
                + "  " + (killed == all ? colours.good(percent) : colours.bad(percent)));
    }

    /** Returns the mutants per file. */
    public Map<String, List<Mutant>> byFile() {
        Map<String, List<Mutant>> byFile = new LinkedHashMap<>();
        run.mutants().stream()
                .sorted(Comparator.comparing(mutant -> mutant.kind() == Mutant.Kind.LIMIT))
                .forEach(mutant -> byFile.computeIfAbsent(mutant.place().file(), any -> new ArrayList<>())
                        .add(mutant));
        return byFile;
    }

    private String summary(Wording wording) {
        return wording.sentence(
                "%s: %s noticed, %s survive, %s undecided",
                wording.say(Message.count(run.mutants().size(), "no changes", "1 change", "%s changes")),
                MutationRun.count(run.mutants(), Fate.KILLED),
                MutationRun.count(run.mutants(), Fate.SURVIVED),
                MutationRun.count(run.mutants(), Fate.UNDECIDED));
    }

    /** Returns why the run failed; empty if it did not. */
    public List<Message> complaints() {
        if (!run.failed().isEmpty()) {
            return List.of(Message.of(
                    "%s failed before anything was changed: correct them first, see `%s`",
                    Message.count(run.failed().size(), "no cases", "1 case", "%s cases"), "winnow rules test"));
        }
        if (run.mutants().isEmpty()) {
            return List.of(Message.of("no rule was changed: no id or criterion of a rule matches"));
        }
        BigDecimal score = MutationRun.score(run.mutants());
        long survivors = MutationRun.count(run.mutants(), Fate.SURVIVED);
        if (threshold == null) {
            return survivors == 0
                    ? List.of()
                    : List.of(Message.of(
                            "%s that no case notices",
                            Message.count(survivors, "no changes", "1 change", "%s changes")));
        }
        return score.compareTo(threshold) >= 0
                ? List.of()
                : List.of(Message.of(
                        "the cases notice %s %, and %s % is required",
                        Numbers.near(score, 1), Numbers.contract(threshold)));
    }
}
