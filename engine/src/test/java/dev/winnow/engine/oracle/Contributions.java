package dev.winnow.engine.oracle;

import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.CriterionScore;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Finding;
import dev.winnow.model.result.Side;
import dev.winnow.model.result.Undetermined;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Checks the contributions of an assessment. */
final class Contributions {

    private static final Fraction MILLIONTH = Fraction.ONE.dividedBy(Fraction.of(1_000_000));

    private Contributions() {}

    /** Errors if contributions do not add up exactly to the low of each side. */
    static List<String> sums(Explanation explanation) {
        Assessment assessment = explanation.assessment();
        Map<String, Side> sides = new HashMap<>();
        Map<Side, BigDecimal> sums = new EnumMap<>(Side.class);
        for (CriterionScore criterion : explanation.criteria()) {
            sides.put(criterion.id(), criterion.side());
            sums.put(criterion.side(), BigDecimal.ZERO);
        }
        List<String> wrong = new ArrayList<>();
        for (Finding finding : explanation.findings()) {
            add(finding.criterion(), finding.contribution(), sides, sums, wrong);
        }
        for (Undetermined open : explanation.undetermined()) {
            add(open.criterion(), open.contribution(), sides, sums, wrong);
        }
        sums.forEach((side, sum) -> {
            BigDecimal low =
                    Objects.requireNonNull(assessment.sides().get(side)).low();
            if (sum.compareTo(low) != 0) {
                wrong.add(assessment.project() + " in " + assessment.city() + ": contributions to " + side + " make "
                        + sum + ", not " + low);
            }
        });
        return wrong;
    }

    private static void add(
            String criterion,
            BigDecimal contribution,
            Map<String, Side> sides,
            Map<Side, BigDecimal> sums,
            List<String> wrong) {
        Side side = sides.get(criterion);
        if (side != null) {
            sums.merge(side, contribution, BigDecimal::add);
        } else if (contribution.signum() != 0) {
            wrong.add(criterion + " counts for no side and contributes " + contribution);
        }
    }

    /**
     * Errors if a contribution differs from its exact value by more than a millionth, unless its criterion exceeds 100.
     */
    static List<String> differences(Scoreboard board, Explanation explanation) {
        Assessment assessment = explanation.assessment();
        List<String> wrong = sums(explanation);
        Map<String, BigDecimal> engine = new HashMap<>();
        explanation.findings().forEach(one -> engine.merge(one.rule(), one.contribution(), BigDecimal::add));
        explanation.undetermined().forEach(one -> engine.merge(one.rule(), one.contribution(), BigDecimal::add));
        for (CriterionScore criterion : explanation.criteria()) {
            board.contributions(criterion.id()).forEach((rule, exact) -> {
                Fraction given = Fraction.of(engine.getOrDefault(rule, BigDecimal.ZERO));
                Fraction apart = given.minus(exact);
                if (apart.compareTo(MILLIONTH) > 0 || Fraction.ZERO.minus(apart).compareTo(MILLIONTH) > 0) {
                    wrong.add(assessment.project() + " in " + assessment.city() + ": " + rule + " contributes " + given
                            + ", not about " + exact);
                }
            });
        }
        return wrong;
    }
}
