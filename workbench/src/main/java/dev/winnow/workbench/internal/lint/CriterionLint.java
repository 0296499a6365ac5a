package dev.winnow.workbench.internal.lint;

import dev.winnow.language.Criterion;
import dev.winnow.language.internal.check.AwardGroups;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.pack.Check;
import dev.winnow.language.internal.pack.Check.About;
import dev.winnow.language.internal.pack.LimitTable;
import dev.winnow.language.internal.pack.PackOutline;
import dev.winnow.language.internal.syntax.PackRule;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Checks whether the rules of a criterion can earn 100 points, and whether some can earn more. */
final class CriterionLint {

    private static final BigDecimal FULL = BigDecimal.valueOf(100);
    /** Number of awards above which all are treated as compatible. */
    private static final int MOST = 16;

    /** Cost in steps of adding up the points of one selection of rules. */
    private static final int COMBINATION = 100;

    private static final int MOST_NAMED = 3;

    private final List<CheckedRule> awards;
    private final LimitTable limits;
    private final LintBudget budget;
    private final boolean[][] apart;
    private BigDecimal best = BigDecimal.ZERO;
    private List<CheckedRule> chosen = List.of();

    private CriterionLint(List<CheckedRule> awards, LimitTable limits, LintBudget budget) {
        this.budget = budget;
        this.awards = awards;
        this.limits = limits;
        this.apart = new boolean[awards.size()][awards.size()];
    }

    /** @param rules the rules that may fire */
    static List<Remark> of(PackOutline outline, List<CheckedRule> rules, LimitTable limits, LintBudget budget) {
        List<Remark> remarks = new ArrayList<>();
        for (Criterion criterion : outline.criteria()) {
            List<CheckedRule> awards = rules.stream()
                    .filter(rule ->
                            rule.rule().awards() && rule.rule().criterion().equals(criterion.id()))
                    .toList();
            Node at = outline.files().get(criterion.id());
            if (!awards.isEmpty() && at != null) {
                new CriterionLint(awards, limits, budget).look(criterion.id(), at, remarks);
            }
        }
        return remarks;
    }

    private void look(String criterion, Node at, List<Remark> remarks) {
        BigDecimal all = points(awards);
        boolean exclusive = false;
        if (awards.size() <= MOST && all.compareTo(FULL) >= 0) {
            exclusive = excludes();
            choose(0, new ArrayList<>());
            if (budget.isSpent()) {
                return; // no remark without a proof
            }
        } else {
            best = all;
            chosen = awards;
        }
        if (best.compareTo(FULL) < 0) {
            remarks.add(new Remark(
                    Check.UNREACHABLE_100,
                    About.CRITERION,
                    criterion,
                    at.problem(
                            exclusive
                                    ? Message.of(
                                            "`%s` cannot reach 100: its rules earn at most %s points, since some never"
                                                    + " hold together",
                                            criterion, plain(best))
                                    : Message.of(
                                            "`%s` cannot reach 100: its rules earn at most %s points",
                                            criterion, plain(best)),
                            Message.of("raise points by %s in total, or add a rule", plain(FULL.subtract(best))))));
        } else if (best.compareTo(FULL) > 0) {
            remarks.add(new Remark(
                    Check.SATURATES,
                    About.CRITERION,
                    criterion,
                    at.problem(
                            Message.of(
                                    "`%s` counts at most 100, but its rules can earn %s: %s it alone",
                                    criterion, plain(best), enough()),
                            Message.of(
                                    "lower points by %s in total, or put rules that measure the same into one `%s`",
                                    plain(best.subtract(FULL)), "@family"))));
        }
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** Returns the points of rules that hold together; a family counts its largest. */
    private static BigDecimal points(List<CheckedRule> rules) {
        return groups(rules).reachable();
    }

    private static AwardGroups groups(List<CheckedRule> rules) {
        return AwardGroups.of(rules.stream().map(CheckedRule::rule).toList());
    }

    /** Finds the pairs of rules that never hold together. Returns whether any exist. */
    private boolean excludes() {
        boolean any = false;
        for (int one = 0; one < awards.size(); one++) {
            for (int other = 0; other < one; other++) {
                boolean never = Claims.of(limits, budget, awards.get(other), awards.get(one))
                        .isImpossible();
                apart[one][other] = never;
                apart[other][one] = never;
                any |= never;
            }
        }
        return any;
    }

    /** Finds the largest sum of points of rules that may hold together. */
    private void choose(int from, List<Integer> taken) {
        if (!budget.spend(COMBINATION)) {
            return;
        }
        List<CheckedRule> some = new ArrayList<>(taken.stream().map(awards::get).toList());
        List<CheckedRule> most = new ArrayList<>(some);
        most.addAll(awards.subList(from, awards.size()));
        if (points(most).compareTo(best) <= 0) {
            return;
        }
        if (from == awards.size()) {
            best = points(some);
            chosen = some;
            return;
        }
        if (taken.stream().noneMatch(one -> apart[one][from])) {
            taken.add(from);
            choose(from + 1, taken);
            taken.remove(taken.size() - 1);
        }
        choose(from + 1, taken);
    }

    /** Returns a message that names the smallest number of rules that reach 100. */
    private Message enough() {
        List<String> ids = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        List<PackRule> sorted = groups(chosen).groups().stream()
                .map(AwardGroups.Group::largest)
                .sorted(Comparator.comparing(PackRule::points).reversed().thenComparing(PackRule::id))
                .toList();
        for (PackRule rule : sorted) {
            if (sum.compareTo(FULL) < 0) {
                sum = sum.add(rule.points());
                ids.add(rule.id());
            }
        }
        return ids.size() > MOST_NAMED
                ? Message.of("%s rules reach", ids.size())
                : ids.size() == 1 ? Message.of("`%s` reaches", ids.get(0)) : Message.of("%s reach", Message.all(ids));
    }
}
