package dev.winnow.spark;

import dev.winnow.engine.Batch;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Screening;
import dev.winnow.model.result.Side;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.value.ScoreInterval;
import dev.winnow.report.json.ScreeningJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** Screens the rows of a partition for every city, one portion of projects at a time. */
final class ScreenedRows implements MapPartitionsFunction<Row, Row> {
    private static final long serialVersionUID = 1L;

    /** Number of projects per portion, the same as on a single machine. */
    private static final int PORTION = 2_000;

    private static final int SCALE = 6;

    private final Broadcast<Broadcasted> broadcast;

    ScreenedRows(Broadcast<Broadcasted> broadcast) {
        this.broadcast = broadcast;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        Broadcasted sent = broadcast.value();
        ExecutorScreener screener = ExecutorScreener.of(sent);
        RowCheck check = new RowCheck(screener, sent.repeated());
        return new FlatIterator<>(
                new Portions(rows, check),
                portion -> new FlatIterator<>(
                        batches(portion),
                        batch -> sent.contract()
                                ? rows(screener, portion.request(), batch.explain())
                                : batch.assess().stream()
                                        .map(one -> row(one, null))
                                        .iterator()));
    }

    /**
     * Projects that are judged together.
     *
     * @param request a request to screen the ground with the open ones among them
     * @param ids the ids of all of them
     */
    private record Portion(ScreeningRequest request, Set<String> ids) {}

    private static Iterator<Batch> batches(Portion portion) {
        return portion.request()
                .open()
                .batches(portion.ids()::contains, city -> true)
                .iterator();
    }

    /** Groups rows into portions. */
    private static final class Portions implements Iterator<Portion> {
        private final Iterator<Row> rows;
        private final RowCheck check;
        private @Nullable Portion next;

        Portions(Iterator<Row> rows, RowCheck check) {
            this.rows = rows;
            this.check = check;
        }

        @Override
        public boolean hasNext() {
            if (next == null && rows.hasNext()) {
                List<ProjectRow> open = new ArrayList<>();
                Set<String> ids = new HashSet<>();
                while (ids.size() < PORTION && rows.hasNext()) {
                    Row row = rows.next();
                    ProjectRow project = check.project(row);
                    if (check.problems(row, project).isEmpty()) {
                        ids.add(project.id());
                        if (!project.isLanded()) {
                            open.add(project);
                        }
                    }
                }
                next = new Portion(check.screener().with(open), ids);
            }
            return next != null;
        }

        @Override
        public Portion next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Portion portion = Objects.requireNonNull(next);
            next = null;
            return portion;
        }
    }

    private static Iterator<Row> rows(ExecutorScreener screener, ScreeningRequest request, List<Explanation> pairs) {
        Iterator<String> lines = lines(screener, request, pairs);
        return pairs.stream().map(one -> row(one.assessment(), lines.next())).iterator();
    }

    private static Iterator<String> lines(
            ExecutorScreener screener, ScreeningRequest request, List<Explanation> pairs) {
        Universe universe = request.universe();
        Screening screening = new Screening(
                request.pack().edition(),
                new Screening.Edition(universe.name(), "", screener.digest()),
                universe.illustrative(),
                List.of(),
                List.of(),
                universe.names());
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        try {
            new ScreeningJson(screening, null, screener.wording()).writeLines(pairs.stream(), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines.toString(StandardCharsets.UTF_8).lines().iterator();
    }

    private static Row row(Assessment one, @Nullable String json) {
        ScoreInterval city = Objects.requireNonNull(one.sides().get(Side.CITY));
        ScoreInterval project = Objects.requireNonNull(one.sides().get(Side.PROJECT));
        return RowFactory.create(
                one.project(),
                one.city(),
                Date.valueOf(one.asOf()),
                one.verdict().name(),
                one.because().name(),
                scaled(one.score().low()),
                scaled(one.score().high()),
                one.binds().name().toLowerCase(Locale.ROOT),
                scaled(one.known()),
                scaled(city.low()),
                scaled(city.high()),
                scaled(project.low()),
                scaled(project.high()),
                one.district(),
                one.possible().stream().map(Enum::name).toArray(String[]::new),
                json);
    }

    /** Scales a score to the six decimals of its column, which lose no digit. */
    private static BigDecimal scaled(BigDecimal score) {
        return score.setScale(SCALE);
    }
}
