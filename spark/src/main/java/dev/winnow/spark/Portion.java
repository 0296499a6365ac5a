package dev.winnow.spark;

import dev.winnow.engine.Batch;
import dev.winnow.engine.ScreeningSession;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Projects that are judged together, for every city.
 *
 * @param screener the screener of the executor
 * @param session the ground with the open ones among them
 * @param candidates selects them by id
 * @param rows their rows by id
 */
record Portion(
        ExecutorScreener screener, ScreeningSession session, Predicate<String> candidates, Map<String, Row> rows) {

    /** Number of projects per portion, the same as on a single machine. */
    private static final int SIZE = 2_000;

    /**
     * Makes results of a portion.
     *
     * @param <T> the type of the results
     */
    interface Judging<T> extends Serializable {
        /** Returns the results, computed as the iterator is read. */
        Iterator<T> of(Portion portion);
    }

    /** Returns a function that judges the rows of a partition, one portion at a time. */
    static <T> MapPartitionsFunction<Row, T> each(Broadcast<Broadcasted> sent, Judging<T> judging) {
        return rows -> {
            ExecutorScreener screener = ExecutorScreener.of(sent.value());
            RowCheck check = new RowCheck(screener, sent.value().repeated());
            return flat(portions(rows, check), judging::of);
        };
    }

    /** Returns a function that judges the universe's own projects, with which those of the rows are compared. */
    static <T> MapPartitionsFunction<Long, T> ground(Broadcast<Broadcasted> sent, Judging<T> judging) {
        return one -> one.hasNext()
                ? judging.of(ExecutorScreener.of(sent.value()).own())
                : List.<T>of().iterator();
    }

    private static Iterator<Portion> portions(Iterator<Row> rows, RowCheck check) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public Portion next() {
                List<ProjectRow> open = new ArrayList<>();
                Map<String, Row> accepted = new HashMap<>();
                while (accepted.size() < SIZE && rows.hasNext()) {
                    Row row = rows.next();
                    ProjectRow project = check.project(row);
                    if (check.problems(row, project).isEmpty()) {
                        accepted.put(project.id(), row);
                        if (!project.isLanded()) {
                            open.add(project);
                        }
                    }
                }
                ExecutorScreener screener = check.screener();
                return new Portion(screener, screener.with(open).open(), accepted::containsKey, accepted);
            }
        };
    }

    /** Returns the number of pairs, without judging them. */
    Iterator<Long> pairs() {
        long pairs = session.batches(candidates, city -> true)
                .mapToLong(Batch::candidates)
                .sum();
        return List.of(pairs).iterator();
    }

    Iterator<Batch> batches() {
        return session.batches(candidates, city -> true).iterator();
    }

    /** Returns all results for some elements, computed as the iterator is read, so that they are not all in memory. */
    static <T, R> Iterator<R> flat(Iterator<T> from, Function<T, Iterator<R>> making) {
        return CollectionConverters.asJava(
                CollectionConverters.asScala(from).flatMap(one -> CollectionConverters.asScala(making.apply(one))));
    }
}
