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
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** The part of an assessment that its rank and its robustness depend on, as a row that is sent between executors. */
final class ScoredPair {

    /** The columns; without weighings, {@code blocking} and {@code parts} are empty. */
    static final StructType COLUMNS = StructType.fromDDL("project string, city string, asOf string, scores bigint,"
            + " known bigint, verdict string, possible array<string>, low decimal(9,6), high decimal(9,6),"
            + " blocking array<boolean>, parts array<string>");

    private ScoredPair() {}

    /** Returns the rows of a portion. */
    static Iterator<Row> rows(Portion portion) {
        boolean weighed = portion.screener().settings().isWeighed();
        return Portion.flat(portion.batches(), batch -> rows(portion.session(), batch.assess(), weighed));
    }

    private static Iterator<Row> rows(ScreeningSession session, List<Assessment> assessments, boolean weighed) {
        Iterator<Weighing> weighings = weighed
                ? session.weighings(assessments).iterator()
                : Stream.generate(() -> new Weighing(List.of(), new BlockingRules(false, false, false, false)))
                        .iterator();
        return assessments.stream().map(one -> row(one, weighings.next())).iterator();
    }

    private static Row row(Assessment one, Weighing weighing) {
        RankKey key = RankKey.of(one);
        BlockingRules stops = weighing.stops();
        return RowFactory.create(
                one.project(),
                one.city(),
                one.asOf().toString(),
                key.scores(),
                key.known(),
                one.verdict().name(),
                one.possible().stream().map(Enum::name).toArray(String[]::new),
                one.score().low(),
                one.score().high(),
                new Boolean[] {
                    stops.knockedOut(), stops.mayBeKnockedOut(), stops.flagged(), stops.mayBeFlagged()
                },
                weighing.parts().stream()
                        .flatMap(part -> Stream.of(part.low(), part.high(), part.known()))
                        .map(Fraction::toString)
                        .toArray(String[]::new));
    }

    /** Returns the assessment of a row to which ranks were added, with only the components that the row contains. */
    static Assessment assessment(Row row) {
        Set<Verdict> possible = EnumSet.noneOf(Verdict.class);
        row.<String>getList(row.fieldIndex("possible")).forEach(one -> possible.add(Verdict.valueOf(one)));
        return new Assessment(
                row.getAs("project"),
                "",
                row.getAs("city"),
                "",
                false,
                LocalDate.parse(row.<String>getAs("asOf")),
                Verdict.valueOf(row.getAs("verdict")),
                VerdictReason.CLEAR,
                row.<Integer>getAs("rank"),
                new ScoreInterval(row.getAs("low"), row.getAs("high")),
                Side.CITY,
                BigDecimal.ZERO,
                Map.of(),
                null,
                List.of(),
                possible,
                null,
                row.<Boolean>getAs("tied"));
    }

    /**
     * Returns the scores of a row.
     *
     * @param criteria the criteria of the pack
     */
    static Weighing weighing(Row row, List<Criterion> criteria) {
        List<Boolean> stops = row.getList(row.fieldIndex("blocking"));
        List<String> parts = row.getList(row.fieldIndex("parts"));
        List<Part> scores = new ArrayList<>();
        for (int i = 0; i < criteria.size(); i++) {
            scores.add(new Part(
                    criteria.get(i),
                    fraction(parts.get(3 * i)),
                    fraction(parts.get(3 * i + 1)),
                    fraction(parts.get(3 * i + 2))));
        }
        return new Weighing(scores, new BlockingRules(stops.get(0), stops.get(1), stops.get(2), stops.get(3)));
    }

    private static Fraction fraction(String text) {
        int bar = text.indexOf('/');
        return Fraction.of(new BigDecimal(text.substring(0, bar)))
                .over(Fraction.of(new BigDecimal(text.substring(bar + 1))));
    }
}
