package dev.winnow.workbench.internal.lint;

import dev.winnow.engine.RulePack;
import dev.winnow.engine.internal.evaluate.EvaluationContext;
import dev.winnow.engine.internal.walk.Walker;
import dev.winnow.engine.internal.walk.Walker.Watch;
import dev.winnow.language.PackException;
import dev.winnow.language.RuleSummary;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.pack.Check;
import dev.winnow.language.internal.syntax.PackRule;
import dev.winnow.language.internal.vocabulary.Limit;
import dev.winnow.model.domain.City;
import dev.winnow.model.domain.Project;
import dev.winnow.model.source.Message;
import dev.winnow.model.universe.Facts;
import dev.winnow.model.universe.Universe;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes of a rule for every pair of a candidate and a city in a universe.
 *
 * @param rule the rule
 * @param fires the number of pairs for which it holds
 * @param open the number of pairs for which it is undecided
 * @param passes the number of pairs for which it does not hold
 * @param remark the remark on a knock-out; null if it is undecided for no pair, or the pack's owner accepts the remark
 */
public record RuleReach(
        RuleSummary rule,
        int fires,
        int open,
        int passes,
        @Nullable Remark remark) {

    /** {@return the number of pairs of a candidate and a city} */
    public int pairs() {
        return fires + open + passes;
    }

    /** {@return whether the rule is a knock-out} */
    public boolean knocksOut() {
        return rule.effect().stops();
    }

    /** {@return whether pairs exist and the rule is undecided for all of them} */
    public boolean neverDecided() {
        return open > 0 && open == pairs();
    }

    /**
     * {@return the outcomes of each rule of a pack in a universe, as of the universe's date}
     *
     * @param pack the pack
     * @param universe the universe
     * @throws PackException if pack and universe use different currencies
     */
    public static List<RuleReach> of(RulePack pack, Universe universe) {
        pack.requireCurrency(universe);
        List<CheckedRule> rules = pack.checkedRules();
        int[] fires = new int[rules.size()];
        int[] open = new int[rules.size()];
        Facts facts = universe.asOf(universe.asOf(), true);
        List<Limit> limits = pack.limitTable().on(facts.asOf());
        for (City city : facts.cities()) {
            EvaluationContext usual = EvaluationContext.of(facts, city, limits, null);
            for (Project project : facts.projects()) {
                EvaluationContext context = facts.present(project.id(), city.id())
                        ? EvaluationContext.of(facts, city, limits, project.id())
                        : usual;
                for (int i = 0; i < rules.size(); i++) {
                    Walker walked = Walker.walk(rules.get(i), context, project, Watch.NONE);
                    if (!walked.certain().isEmpty()) {
                        fires[i]++;
                    } else if (!walked.possible().isEmpty()) {
                        open[i]++;
                    }
                }
            }
        }
        int pairs = facts.cities().size() * facts.projects().size();
        List<RuleReach> reach = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            PackRule rule = rules.get(i).rule();
            boolean opens = rule.effect().stops() && open[i] > 0;
            Remark remark = opens ? remark(rule, open[i], pairs) : null;
            reach.add(new RuleReach(
                    pack.summary(rules.get(i)),
                    fires[i],
                    open[i],
                    pairs - fires[i] - open[i],
                    remark == null || Lint.accepts(pack.checked(), remark) ? null : remark));
        }
        return reach;
    }

    private static Remark remark(PackRule rule, int open, int pairs) {
        return Remark.of(
                Check.OPEN_KNOCK_OUT,
                rule,
                Message.of(
                        "knock-out `%s` is undecided for %s of %s pairs of a candidate and a city",
                        rule.id(), open, pairs),
                Message.of("`%s` lists the facts that decide it", "winnow screen"));
    }
}
