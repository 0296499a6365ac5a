package dev.winnow.serve.internal.effects;

import dev.winnow.engine.RulePack;
import dev.winnow.language.PackException;
import dev.winnow.language.RuleSummary;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.universe.Facts;
import dev.winnow.report.json.Contract;
import dev.winnow.serve.internal.effects.RuleEffect.Pair;
import dev.winnow.web.internal.RefusedRequest;
import dev.winnow.web.internal.Status;
import dev.winnow.workbench.internal.testing.RuleMatches;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Finds the pairs of the screened universe that the rule at a line matches. */
final class RuleMatching {

    private static final RuleMatches NONE = new RuleMatches(0, List.of(), List.of());

    private RuleMatching() {}

    /** @param line the line, from 0 */
    static RuleEffect of(EditedPack edited, EffectBasis basis, String file, int line) throws RefusedRequest {
        RulePack pack = edited.pack();
        String rule = pack == null ? "" : RuleAtLine.of(edited, pack, file, line);
        Facts facts = basis.result().facts();
        if (pack == null || rule.isEmpty()) {
            return effect(edited, "", "", NONE, basis);
        }
        try {
            return effect(edited, rule, title(pack, rule), RuleMatches.of(pack, rule, facts), basis);
        } catch (PackException e) {
            throw new RefusedRequest(Status.UNPROCESSABLE, e.problems().get(0).what());
        }
    }

    private static String title(RulePack pack, String rule) {
        return pack.rules().stream()
                .filter(one -> one.id().equals(rule))
                .map(RuleSummary::title)
                .findFirst()
                .orElseGet(() -> pack.tableTitle(rule));
    }

    private static RuleEffect effect(
            EditedPack edited, String rule, String title, RuleMatches matches, EffectBasis basis) {
        return new RuleEffect(
                Contract.SCHEMA,
                edited.revision(),
                rule,
                title,
                matches.pairs(),
                matches.certain().size(),
                matches.open().size(),
                pairs(matches.certain(), basis),
                pairs(matches.open(), basis));
    }

    /** Returns the first pairs, named as in the screening. */
    private static List<Pair> pairs(List<RuleMatches.Pair> pairs, EffectBasis basis) {
        Map<List<String>, Assessment> judged = new HashMap<>();
        basis.result().whole().assessments().forEach(one -> judged.put(List.of(one.project(), one.city()), one));
        return pairs.stream()
                .map(one -> judged.get(List.of(one.project().id(), one.city().id())))
                .filter(Objects::nonNull)
                .limit(RuleEffect.MAX_PAIRS)
                .map(one -> new Pair(one.project(), one.projectName(), one.city(), one.cityName(), one.asOf()))
                .toList();
    }
}
