package dev.winnow.workbench.internal.lint;

import dev.winnow.language.internal.check.AwardGroups;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.pack.Check;
import dev.winnow.language.internal.pack.LimitTable;
import dev.winnow.language.internal.syntax.Counting;
import dev.winnow.language.internal.syntax.PackRule;
import dev.winnow.model.source.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares rules with each other: finds duplicates, and rules that add nothing to another. */
final class PairLint {

    private final List<RuleBounds> rules;
    private final LimitTable limits;
    private final LintBudget budget;
    private final List<Remark> remarks = new ArrayList<>();
    private final Set<String> reported = new HashSet<>();

    private PairLint(List<RuleBounds> rules, LimitTable limits, LintBudget budget) {
        this.rules = rules;
        this.limits = limits;
        this.budget = budget;
    }

    /** @param rules the rules that may fire, in the order of the pack */
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

    private void remark(Check check, PackRule rule, Message what, Message advice) {
        reported.add(rule.id());
        remarks.add(Remark.of(check, rule, what, advice));
    }

    private void duplicates(CheckedRule one, List<CheckedRule> alike) {
        for (CheckedRule earlier : alike) {
            if (sameEffect(one.rule(), earlier.rule())
                    && RuleImplication.than(one, earlier, limits, true, budget)
                    && RuleImplication.than(earlier, one, limits, true, budget)) {
                remark(
                        Check.DUPLICATE,
                        one.rule(),
                        Message.of("rule `%s` does the same as `%s` under the same conditions", one.id(), earlier.id()),
                        Message.of("the other one is at %s", earlier.rule().place()));
                return;
            }
        }
    }

    private static boolean sameEffect(PackRule one, PackRule other) {
        return one.consequence().verb() == other.consequence().verb()
                && one.target().equals(other.target())
                && (!one.awards() || one.criterion().equals(other.criterion()));
    }

    private void implied(RuleBounds one) {
        CheckedRule strong = one.rule();
        for (RuleBounds other : rules) {
            CheckedRule weak = other.rule();
            if (reported.contains(strong.id()) || !budget.spend(1)) {
                return;
            }
            if (!strong.id().equals(weak.id()) && !reported.contains(weak.id()) && one.mayImply(other)) {
                Message implied = implied(strong.rule(), weak.rule());
                boolean share = strong.rule().consequence().counting() == Counting.IN_PART;
                if (implied != null && RuleImplication.than(strong, weak, limits, share, budget)) {
                    boolean counts = isSeparate(strong.rule(), weak.rule());
                    remark(
                            counts ? Check.COUNTS_TWICE : Check.IMPLIED,
                            strong.rule(),
                            implied,
                            counts
                                    ? Message.of("put both into one `%s` if they measure the same", "@family")
                                    : Message.of("remove or change one of them"));
                }
            }
        }
    }

    /** Returns the remark for a rule that holds only where another does; null if this is no mistake. */
    private static @Nullable Message implied(PackRule strong, PackRule weak) {
        if (strong.consequence().verb() != weak.consequence().verb()) {
            return null;
        }
        return switch (strong.consequence().verb()) {
            case AWARD, AWARD_SHARE -> points(strong, weak);
            case KNOCK_OUT ->
                Message.of(
                        "wherever rule `%s` holds, `%s` holds too and already stops the candidate",
                        strong.id(), weak.id());
            case RED_FLAG ->
                Message.of(
                        "wherever rule `%s` holds, `%s` holds too and already flags the candidate",
                        strong.id(), weak.id());
            case CAP, NOTE, SUGGEST -> null;
        };
    }

    private static @Nullable Message points(PackRule strong, PackRule weak) {
        if (!strong.criterion().equals(weak.criterion())) {
            return null;
        }
        if (isSeparate(strong, weak)) {
            return Message.of(
                    "wherever rule `%s` holds, `%s` holds too, and both award their points", strong.id(), weak.id());
        }
        return strong.points().compareTo(weak.points()) <= 0
                ? Message.of(
                        "wherever rule `%s` holds, `%s` holds too, and their family counts the larger one",
                        strong.id(), weak.id())
                : null;
    }

    /** Whether two awards of a criterion both count. */
    private static boolean isSeparate(PackRule one, PackRule other) {
        return one.awards() && !AwardGroups.countOnce(one, other);
    }
}
