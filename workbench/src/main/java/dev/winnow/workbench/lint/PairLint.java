package dev.winnow.workbench.lint;

import dev.winnow.language.check.AwardGroups;
import dev.winnow.language.check.CheckedRule;
import dev.winnow.language.pack.Check;
import dev.winnow.language.pack.Check.About;
import dev.winnow.language.pack.LimitTable;
import dev.winnow.language.syntax.Consequence;
import dev.winnow.language.syntax.Counting;
import dev.winnow.language.syntax.PackRule;
import dev.winnow.model.source.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds rules against each other: which of them say the same, and which add nothing to another. */
final class PairLint {

    private final List<RuleBounds> rules;
    private final LimitTable limits;
    private final LintBudget budget;
    private final List<Remark> remarks = new ArrayList<>();
    private final Set<String> told = new HashSet<>();

    private PairLint(List<RuleBounds> rules, LimitTable limits, LintBudget budget) {
        this.rules = rules;
        this.limits = limits;
        this.budget = budget;
    }

    /** @param rules those that may fire, in the order of the pack */
    static List<Remark> of(List<CheckedRule> rules, LimitTable limits, LintBudget budget) {
        List<RuleBounds> bounds =
                rules.stream().map(rule -> RuleBounds.of(rule, limits)).toList();
        PairLint lint = new PairLint(bounds, limits, budget);
        Map<Object, List<CheckedRule>> alike = new HashMap<>();
        for (RuleBounds one : bounds) {
            List<CheckedRule> earlier = alike.computeIfAbsent(one.sameness(), unused -> new ArrayList<>());
            lint.duplicates(one.rule(), earlier);
            earlier.add(one.rule());
        }
        for (RuleBounds strong : bounds) {
            lint.implied(strong);
        }
        return lint.remarks;
    }

    private void remark(Check check, PackRule rule, String what, String advice) {
        told.add(rule.id());
        remarks.add(new Remark(
                check,
                About.RULE,
                rule.id(),
                new Problem(rule.place(), what, rule.id().length() + 2, advice)));
    }

    private void duplicates(CheckedRule one, List<CheckedRule> alike) {
        for (CheckedRule earlier : alike) {
            if (sameEffect(one.rule(), earlier.rule())
                    && RuleImplication.than(one, earlier, limits, true, budget)
                    && RuleImplication.than(earlier, one, limits, true, budget)) {
                remark(
                        Check.DUPLICATE,
                        one.rule(),
                        "rule `" + one.id() + "` does the same as `" + earlier.id() + "`, under the same conditions",
                        "the other stands at " + earlier.rule().place());
                return;
            }
        }
    }

    private static boolean sameEffect(PackRule one, PackRule other) {
        return sameVerb(one, other)
                && one.target().equals(other.target())
                && (!one.awards() || one.criterion().equals(other.criterion()));
    }

    private void implied(RuleBounds one) {
        CheckedRule strong = one.rule();
        for (RuleBounds other : rules) {
            CheckedRule weak = other.rule();
            if (told.contains(strong.id()) || !budget.spend(1)) {
                return;
            }
            if (!strong.id().equals(weak.id()) && !told.contains(weak.id()) && one.mayImply(other)) {
                String consequence = consequence(strong.rule(), weak.rule());
                boolean share = strong.rule().consequence().counting() == Counting.IN_PART;
                if (consequence != null && RuleImplication.than(strong, weak, limits, share, budget)) {
                    boolean counts = isSeparate(strong.rule(), weak.rule());
                    remark(
                            counts ? Check.COUNTS_TWICE : Check.IMPLIED,
                            strong.rule(),
                            "wherever rule `" + strong.id() + "` holds, `" + weak.id() + "` holds too" + consequence,
                            counts
                                    ? "put both into one `@family` if they measure the same"
                                    : "remove it, or change either");
                }
            }
        }
    }

    /** What follows if the first rule holds only where the second does; null if nothing is amiss with that. */
    private static @Nullable String consequence(PackRule strong, PackRule weak) {
        return sameVerb(strong, weak) ? strong.consequence().choose(new Implied(strong, weak)) : null;
    }

    private static boolean sameVerb(PackRule one, PackRule other) {
        return one.consequence().word().equals(other.consequence().word());
    }

    /** What follows if a rule holds only where another of the same verb does; null if nothing is amiss with that. */
    private record Implied(PackRule strong, PackRule weak) implements Consequence.Cases<@Nullable String> {

        @Override
        public @Nullable String award(Consequence.Award award) {
            return points(strong, weak);
        }

        @Override
        public @Nullable String awardShare(Consequence.AwardShare award) {
            return points(strong, weak);
        }

        @Override
        public String knockOut(Consequence.KnockOut stop) {
            return ", which stops the candidate already";
        }

        @Override
        public String redFlag(Consequence.RedFlag flag) {
            return ", which holds the candidate already";
        }

        @Override
        public @Nullable String cap(Consequence.Cap cap) {
            return null;
        }

        @Override
        public @Nullable String note(Consequence.Note note) {
            return null;
        }

        @Override
        public @Nullable String suggest(Consequence.Suggest advice) {
            return null;
        }

        @Override
        public @Nullable String unread(Consequence.Unread unread) {
            return null;
        }
    }

    private static @Nullable String points(PackRule strong, PackRule weak) {
        if (!strong.criterion().equals(weak.criterion())) {
            return null;
        }
        if (isSeparate(strong, weak)) {
            return ", and the points of both count";
        }
        return strong.points().compareTo(weak.points()) <= 0 ? ", and of their family the larger counts" : null;
    }

    /** Whether two awards of a criterion both count. */
    private static boolean isSeparate(PackRule one, PackRule other) {
        return one.awards() && !AwardGroups.countOnce(one, other);
    }
}
