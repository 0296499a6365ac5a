package dev.winnow.spark;

import dev.winnow.engine.ScreeningSession;
import dev.winnow.engine.internal.score.BlockingRules;
import dev.winnow.engine.internal.score.RankKey;
import dev.winnow.engine.internal.score.Weighing;
import dev.winnow.engine.internal.score.Weighing.Part;
import dev.winnow.language.Criterion;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Side;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.result.VerdictReason;
import dev.winnow.model.value.Fraction;
import dev.winnow.model.value.ScoreInterval;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * The part of an assessment that its robustness depends on, sent between executors as JSON.
 *
 * @param verdict the verdict
 * @param possible the verdicts that full knowledge could still bring
 * @param score the score
 * @param blocking the knock-outs and red flags
 * @param parts of each criterion its certain score, its possible score and its known share, as exact fractions
 */
record ScoredPair(
        Verdict verdict, List<Verdict> possible, ScoreInterval score, BlockingRules blocking, List<String> parts) {

    /** The columns: the pair, its rank key, and this as JSON if ranks by other weights are needed. */
    static final StructType COLUMNS =
            StructType.fromDDL("project string, city string, asOf string, scores bigint, known bigint, pair string");

    /** Returns the rows of a portion. */
    static Iterator<Row> rows(Portion portion) {
        ScreeningSession session = portion.session();
        boolean weighed = portion.screener().settings().isWeighed();
        return Portion.flat(portion.batches(), batch -> {
            List<Assessment> assessments = batch.assess();
            Iterator<Weighing> weighings =
                    weighed ? session.weighings(assessments).iterator() : Collections.emptyIterator();
            return assessments.stream()
                    .map(one -> {
                        RankKey key = RankKey.of(one);
                        String pair = weighed ? CityRankings.json(of(one, weighings.next())) : null;
                        return RowFactory.create(
                                one.project(), one.city(), one.asOf().toString(), key.scores(), key.known(), pair);
                    })
                    .iterator();
        });
    }

    private static ScoredPair of(Assessment one, Weighing weighing) {
        return new ScoredPair(
                one.verdict(),
                List.copyOf(one.possible()),
                one.score(),
                weighing.stops(),
                weighing.parts().stream()
                        .flatMap(part -> Stream.of(part.low(), part.high(), part.known()))
                        .map(Fraction::toString)
                        .toList());
    }

    /**
     * Returns the assessment, with only the components that are known here.
     *
     * @param row its row, to which ranks were added
     */
    Assessment assessment(Row row) {
        return new Assessment(
                row.getAs("project"),
                "",
                row.getAs("city"),
                "",
                false,
                LocalDate.parse(row.<String>getAs("asOf")),
                verdict,
                VerdictReason.CLEAR,
                row.<Integer>getAs("rank"),
                score,
                Side.CITY,
                BigDecimal.ZERO,
                Map.of(),
                null,
                List.of(),
                EnumSet.copyOf(possible),
                null,
                row.<Boolean>getAs("tied"));
    }

    /**
     * Returns the scores.
     *
     * @param criteria the criteria of the pack
     */
    Weighing weighing(List<Criterion> criteria) {
        Iterator<Fraction> scores = parts.stream().map(ScoredPair::fraction).iterator();
        return new Weighing(
                criteria.stream()
                        .map(one -> new Part(one, scores.next(), scores.next(), scores.next()))
                        .toList(),
                blocking);
    }

    private static Fraction fraction(String text) {
        int bar = text.indexOf('/');
        return Fraction.of(new BigDecimal(text.substring(0, bar)))
                .over(Fraction.of(new BigDecimal(text.substring(bar + 1))));
    }
}
