package dev.winnow.workbench.internal.testing;

import dev.winnow.engine.internal.evaluate.Evaluator;
import dev.winnow.engine.internal.evaluate.Interval;
import dev.winnow.engine.internal.evaluate.Truth;
import dev.winnow.engine.internal.walk.Walker;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.check.PatternText;
import dev.winnow.language.internal.syntax.Expression;
import dev.winnow.language.internal.syntax.Expression.And;
import dev.winnow.language.internal.syntax.Expression.Not;
import dev.winnow.language.internal.syntax.Expression.Or;
import dev.winnow.language.internal.syntax.PackRule;
import dev.winnow.language.internal.syntax.Pattern;
import dev.winnow.language.internal.syntax.Pattern.Total;
import dev.winnow.language.internal.syntax.TokenPosition;
import dev.winnow.language.internal.vocabulary.Limit;
import dev.winnow.model.source.Place;
import dev.winnow.workbench.internal.testing.CaseCoverage.Seen;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts the cases in which each constraint of a rule held, failed or was undecided. */
final class CoverageCount {

    /** A counted part of a rule: a condition, a {@code not} pattern, or the comparison of a count or sum. */
    private record Point(Object part, TokenPosition spot, String text) {}

    private final CheckedRule checked;
    private final Map<Point, Map<Truth, Integer>> counts = new LinkedHashMap<>();
    private final Map<Object, Point> points = new HashMap<>();
    private final Map<Truth, Integer> outcomes;

    CoverageCount(CheckedRule checked) {
        this.checked = checked;
        PossibleOutcomes occurs = new PossibleOutcomes(checked);
        this.outcomes = zeros(occurs.rule());
        for (int i = 0; i < checked.types().size(); i++) {
            pattern(i, occurs);
        }
    }

    private void pattern(int index, PossibleOutcomes occurs) {
        Pattern pattern = checked.rule().patterns().get(index);
        if (checked.types().get(index).record() == Limit.class) {
            return; // the id selects the limit and is no constraint
        }
        if (pattern.kind() == Pattern.Kind.NOT) {
            point(pattern, pattern.spot(), PatternText.of(pattern), occurs.pattern(index));
        }
        pattern.conditions().forEach(test -> condition(index, test, occurs));
        Total total = pattern.total();
        if (total != null) {
            point(total, PatternText.spot(total.right()), PatternText.comparison(total), occurs.pattern(index));
        }
    }

    private void condition(int index, Expression test, PossibleOutcomes occurs) {
        point(test, PatternText.spot(test), PatternText.of(test), occurs.condition(index, test));
        joined(test).forEach(part -> condition(index, part, occurs));
    }

    /** Returns the parts of a condition; a negation is one part. */
    private static List<? extends Expression> joined(Expression test) {
        if (test instanceof Not not) {
            return joined(not.inner());
        }
        return test instanceof And || test instanceof Or ? test.parts() : List.of();
    }

    private void point(Object part, TokenPosition spot, String text, Set<Truth> possible) {
        Point point = new Point(part, spot, text);
        points.put(part, point);
        counts.put(point, zeros(possible));
    }

    private static Map<Truth, Integer> zeros(Set<Truth> possible) {
        Map<Truth, Integer> zeros = new EnumMap<>(Truth.class);
        possible.forEach(outcome -> zeros.put(outcome, 0));
        return zeros;
    }

    /** Records what one case covers. */
    final class OfCase implements Walker.Watch {

        private final Map<Point, Set<Truth>> seen = new HashMap<>();

        @Override
        public void condition(int pattern, Expression test, Evaluator evaluator, Truth truth) {
            see(test, truth);
            joined(test).forEach(part -> condition(pattern, part, evaluator, evaluator.truth(part)));
        }

        @Override
        public void absence(int pattern, Truth truth) {
            see(checked.rule().patterns().get(pattern), truth);
        }

        @Override
        public void total(int pattern, Total total, Interval ends, Evaluator outside, Truth truth) {
            see(total, truth);
        }

        private void see(Object part, Truth truth) {
            Point point = points.get(part);
            if (point != null) {
                seen.computeIfAbsent(point, unused -> EnumSet.noneOf(Truth.class))
                        .add(truth);
            }
        }

        /** @param outcome the outcome of the rule */
        void enter(Truth outcome) {
            outcomes.merge(outcome, 1, Integer::sum);
            seen.forEach((point, truths) ->
                    truths.forEach(truth -> counts.computeIfAbsent(point, unused -> new EnumMap<>(Truth.class))
                            .merge(truth, 1, Integer::sum)));
        }
    }

    /** Returns the coverage by all cases. */
    CaseCoverage.Rule rule() {
        List<Seen> constraints = new ArrayList<>();
        counts.forEach((point, cases) -> constraints.add(new Seen(place(point.spot()), point.text(), cases)));
        PackRule rule = checked.rule();
        return new CaseCoverage.Rule(
                rule.id(), rule.criterion(), new Seen(rule.place(), rule.id(), outcomes), constraints);
    }

    private Place place(TokenPosition spot) {
        return new Place(checked.rule().place().file(), spot.line(), spot.column(), null);
    }
}
