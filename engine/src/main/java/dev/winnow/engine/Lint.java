package dev.winnow.engine;

import dev.winnow.engine.Remark.About;
import dev.winnow.model.Node;
import dev.winnow.model.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a pack was read from, and what is remarked on when it is looked through.
 *
 * @param files its rule files, by criterion
 * @param accepted what its owner stands for
 * @param translation reads zh.yaml; gives null if there is none
 * @param lacking what is said of rules that lack cases
 */
record Lint(
        Map<String, RuleFile> files,
        List<Accepted> accepted,
        Supplier<@Nullable Node> translation,
        List<Problem> lacking) {

    /** Of a pack that was not read from files, and so is looked through by nobody. */
    static final Lint NONE = new Lint(Map.of(), List.of(), () -> null, List.of());

    /** Looks through a pack. */
    List<Remark> remarks(PackOutline outline, LimitTable limits, List<CheckedRule> rules) {
        if (files.isEmpty()) {
            return List.of();
        }
        List<Remark> remarks = new ArrayList<>(lackingCases(rules));
        List<CheckedRule> alive = new ArrayList<>();
        for (CheckedRule rule : rules) {
            RuleFile file = Objects.requireNonNull(files.get(rule.rule().criterion()));
            RuleLint lint = RuleLint.of(rule, file, limits);
            remarks.addAll(lint.remarks());
            if (!lint.never()) {
                alive.add(rule);
            }
        }
        remarks.addAll(PairLint.of(alive, limits));
        remarks.addAll(CriterionLint.of(outline, alive, limits));
        remarks.addAll(AwardLint.of(rules, limits));
        remarks.addAll(LimitLint.of(rules, limits));
        Node chinese = translation.get();
        if (chinese != null) {
            remarks.addAll(Translation.of(chinese, outline, limits, rules));
        }
        return Accepted.apply(accepted, remarks, outline.name()).stream()
                .sorted()
                .toList();
    }

    private List<Remark> lackingCases(List<CheckedRule> rules) {
        Map<Object, String> ids = new HashMap<>();
        rules.forEach(rule -> ids.put(rule.rule().place(), rule.id()));
        return lacking.stream()
                .map(problem ->
                        new Remark(Check.LACKS_CASE, About.RULE, ids.getOrDefault(problem.place(), ""), problem))
                .toList();
    }
}
