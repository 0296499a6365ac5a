package dev.winnow.engine.oracle;

import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Effect;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Question;
import dev.winnow.model.result.Undetermined;
import dev.winnow.model.vocabulary.FactName;
import dev.winnow.model.vocabulary.Vocabulary;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Checks the questions of an assessment against its undetermined rules. */
final class Questions {

    private static final BigDecimal NEAR = new BigDecimal("0.00002");

    /** Effects that no question is asked about. */
    private static final Set<Effect> SILENT = EnumSet.of(Effect.NOTE, Effect.SUGGEST);

    private Questions() {}

    /** The points that depend on a fact. */
    private record Stake(Fraction points, Set<Effect> decides) {
        Stake and(Stake other) {
            Set<Effect> both = EnumSet.copyOf(decides);
            both.addAll(other.decides);
            return new Stake(points.plus(other.points), both);
        }

        boolean is(Effect effect) {
            return decides.contains(effect);
        }
    }

    static List<String> differences(Scoreboard board, Explanation explanation) {
        Assessment assessment = explanation.assessment();
        Map<String, Stake> stakes = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        String where = assessment.project() + " in " + assessment.city() + ": ";
        for (Undetermined open : explanation.undetermined()) {
            if (open.missing().isEmpty()) {
                wrong.add(where + open.rule() + " is undetermined and misses nothing");
            }
            boolean sorted = open.missing()
                    .equals(open.missing().stream().distinct().sorted().toList());
            if (!sorted) {
                wrong.add(where + open.rule() + " misses " + open.missing() + ", not sorted");
            }
            if (SILENT.contains(open.effect())) {
                continue;
            }
            // A possible cap counts with the points that it takes.
            Fraction points = board.stake(open.rule())
                    .times(board.weightOrZero(open.criterion()))
                    .minus(Fraction.of(open.contribution()))
                    .dividedBy(Fraction.of(Math.max(1, open.missing().size())));
            if (open.effect() == Effect.AWARD && points.isZero()) {
                continue;
            }
            Stake stake = new Stake(points, Set.of(open.effect()));
            open.missing().forEach(fact -> stakes.merge(fact, stake, Stake::and));
        }
        List<Question> questions = explanation.questions();
        if (!stakes.keySet()
                .equals(new TreeSet<>(questions.stream().map(Question::fact).toList()))) {
            wrong.add(where + "asks " + questions + ", not " + stakes.keySet());
            return wrong;
        }
        for (Question question : questions) {
            Stake stake = at(stakes, question.fact());
            BigDecimal points = new BigDecimal(stake.points().over())
                    .divide(new BigDecimal(stake.points().under()), 9, RoundingMode.HALF_EVEN);
            if (points.subtract(question.points()).abs().compareTo(NEAR) > 0
                    || !stake.decides().equals(question.decides())) {
                wrong.add(where + question + " should weigh " + points + " and decide " + stake.decides());
            }
        }
        Vocabulary vocabulary = board.pack().types().vocabulary();
        Comparator<String> order = Comparator.comparing(
                        (String fact) -> !at(stakes, fact).is(Effect.KNOCK_OUT))
                .thenComparing(fact -> !at(stakes, fact).is(Effect.KNOCK_OUT)
                        && !at(stakes, fact).is(Effect.RED_FLAG))
                .thenComparing(
                        fact -> at(stakes, fact).points().dividedBy(Fraction.of(days(vocabulary, fact))),
                        Comparator.reverseOrder())
                .thenComparing(fact -> days(vocabulary, fact))
                .thenComparing(Comparator.naturalOrder());
        List<String> facts = questions.stream().map(Question::fact).toList();
        if (!facts.stream().sorted(order).toList().equals(facts)) {
            wrong.add(where + "asks in the order " + questions);
        }
        return wrong;
    }

    /** The number of days needed to find out a fact, at least one. */
    private static int days(Vocabulary vocabulary, String fact) {
        return Math.max(1, vocabulary.question(FactName.of(fact)).days());
    }

    private static Stake at(Map<String, Stake> stakes, String fact) {
        return Objects.requireNonNull(stakes.get(fact));
    }
}
