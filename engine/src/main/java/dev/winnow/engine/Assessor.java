package dev.winnow.engine;

import dev.winnow.model.Assessment;
import dev.winnow.model.Because;
import dev.winnow.model.ChainAction;
import dev.winnow.model.CriterionScore;
import dev.winnow.model.Effect;
import dev.winnow.model.Project;
import dev.winnow.model.Side;
import dev.winnow.model.Span;
import dev.winnow.model.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes an assessment of what the rules found. Scores at once; reasons, facts and questions when they are read. */
final class Assessor {

    private final RulePack pack;
    private final List<CheckedRule> rules;
    private final Scale scale;
    private final List<Fraction> points;
    /** What each rule comes to where it finds nothing, which is so for most rules of most candidates. */
    private final List<Outcome> nothing = new ArrayList<>();

    Assessor(RulePack pack) {
        this.pack = pack;
        this.rules = pack.checkedRules();
        this.scale = Scale.of(pack.criteria(), rules);
        this.points =
                rules.stream().map(rule -> Fraction.of(rule.rule().points())).toList();
        for (int i = 0; i < points.size(); i++) {
            nothing.add(Outcome.of(rules.get(i), points.get(i), List.of(), List.of()));
        }
    }

    /** Everything but the rank, which needs the others. */
    Assessment assess(Project project, boolean illustrative, Surroundings surroundings, List<Outcome> outcomes) {
        Tally tally = new Tally(scale, outcomes);
        Tally.Range city = tally.side(Side.CITY);
        Tally.Range own = tally.side(Side.PROJECT);
        Side binds = binds(city, own);
        Span score = span(new Tally.Range(Fraction.min(city.low(), own.low()), Fraction.min(city.high(), own.high())));
        Map<Side, Span> sides = new EnumMap<>(Side.class);
        sides.put(Side.CITY, span(city));
        sides.put(Side.PROJECT, span(own));
        Because because = because(score, outcomes);
        Reasons reasons = new Reasons(pack.tongue(), project, surroundings, scale, outcomes, tally);
        return new Assessment(
                project.id(),
                project.name(),
                surroundings.city().id(),
                surroundings.city().name(),
                illustrative,
                surroundings.facts().asOf(),
                verdict(because),
                because,
                0,
                score,
                binds,
                tally.known().rounded(),
                sides,
                district(outcomes),
                actions(outcomes),
                new Lazy<>(() -> criteria(tally)),
                new Lazy<>(reasons::findings),
                new Lazy<>(reasons::undetermined),
                new Lazy<>(reasons::questions));
    }

    /** What each rule comes to, in the order of the pack. */
    List<Outcome> outcomes(Finder.Found found) {
        List<Outcome> outcomes = new ArrayList<>(nothing);
        for (int i = 0; i < outcomes.size(); i++) {
            List<Match> certain = found.certain(i);
            List<Match> possible = found.possible(i);
            if (!certain.isEmpty() || !possible.isEmpty()) {
                outcomes.set(i, Outcome.of(rules.get(i), points.get(i), certain, possible));
            }
        }
        return outcomes;
    }

    private static Side binds(Tally.Range city, Tally.Range project) {
        int byLow = project.low().compareTo(city.low());
        int order = byLow != 0 ? byLow : project.high().compareTo(city.high());
        return order < 0 ? Side.PROJECT : Side.CITY;
    }

    private static Span span(Tally.Range range) {
        return new Span(range.low().rounded(), range.high().rounded());
    }

    private Because because(Span score, List<Outcome> outcomes) {
        if (any(outcomes, Effect.KNOCK_OUT, true)) {
            return Because.KNOCK_OUT;
        }
        if (score.high().compareTo(pack.declineBelow()) < 0) {
            return Because.TOO_LOW;
        }
        if (any(outcomes, Effect.KNOCK_OUT, false)) {
            return Because.KNOCK_OUT_OPEN;
        }
        if (any(outcomes, Effect.RED_FLAG, true)) {
            return Because.RED_FLAG;
        }
        if (score.low().compareTo(pack.recommendFrom()) >= 0) {
            return Because.CLEAR;
        }
        return score.high().compareTo(pack.recommendFrom()) >= 0 ? Because.FACTS_MISSING : Because.BETWEEN;
    }

    private static boolean any(List<Outcome> outcomes, Effect effect, boolean certainly) {
        for (Outcome outcome : outcomes) {
            if (outcome.rule().rule().effect() == effect && (certainly ? outcome.holds() : outcome.isOpen())) {
                return true;
            }
        }
        return false;
    }

    private static Verdict verdict(Because because) {
        return switch (because) {
            case KNOCK_OUT, TOO_LOW -> Verdict.DECLINE;
            case CLEAR -> Verdict.RECOMMEND;
            case KNOCK_OUT_OPEN, RED_FLAG, FACTS_MISSING, BETWEEN -> Verdict.HOLD;
        };
    }

    /** The district that is suggested by the first rule, by id, that suggests one. */
    private static @Nullable String district(List<Outcome> outcomes) {
        Outcome first = null;
        for (Outcome outcome : outcomes) {
            if (outcome.rule().rule().effect() == Effect.SUGGEST
                    && outcome.holds()
                    && (first == null
                            || outcome.rule().id().compareTo(first.rule().id()) < 0)) {
                first = outcome;
            }
        }
        return first == null ? null : Reasons.chosen(first.certain()).district();
    }

    private static List<ChainAction> actions(List<Outcome> outcomes) {
        EnumSet<ChainAction> actions = EnumSet.noneOf(ChainAction.class);
        for (Outcome outcome : outcomes) {
            ChainAction action = outcome.rule().rule().action();
            if (action != null && outcome.holds()) {
                actions.add(action);
            }
        }
        return List.copyOf(actions);
    }

    private List<CriterionScore> criteria(Tally tally) {
        List<CriterionScore> scores = new ArrayList<>(scale.parts().size());
        for (int i = 0; i < scale.parts().size(); i++) {
            Criterion criterion = scale.parts().get(i).criterion();
            scores.add(new CriterionScore(
                    criterion.id(),
                    criterion.title(),
                    criterion.side(),
                    criterion.weight(),
                    span(tally.criteria().get(i))));
        }
        return Collections.unmodifiableList(scores);
    }
}
