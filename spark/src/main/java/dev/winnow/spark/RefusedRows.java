package dev.winnow.spark;

import dev.winnow.model.source.Problem;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Returns the refused rows with their problems. */
final class RefusedRows implements MapPartitionsFunction<Row, Row> {
    private static final long serialVersionUID = 1L;

    private final Broadcast<Broadcasted> broadcast;

    RefusedRows(Broadcast<Broadcasted> broadcast) {
        this.broadcast = broadcast;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        Broadcasted sent = broadcast.value();
        ExecutorScreener screener = ExecutorScreener.of(sent);
        RowCheck check = new RowCheck(screener, sent.repeated());
        return new FlatIterator<>(rows, row -> {
            ProjectRow project = check.project(row);
            List<Problem> problems = check.problems(row, project);
            return problems.isEmpty()
                    ? Collections.emptyIterator()
                    : List.of(refused(row, project, problems, screener)).iterator();
        });
    }

    private static Row refused(Row row, ProjectRow project, List<Problem> problems, ExecutorScreener screener) {
        String corrupt = RowCheck.corrupt(row);
        return RowFactory.create(
                project.id().isEmpty() ? null : project.id(),
                problems.stream().map(screener.wording()::withPlace).toArray(String[]::new),
                corrupt == null ? project.json() : corrupt);
    }
}
