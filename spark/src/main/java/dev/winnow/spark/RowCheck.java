package dev.winnow.spark;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.EntryCheck;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import scala.Option;

/** Checks whether rows can be screened. Not thread-safe: each task has its own. */
final class RowCheck {

    private final ExecutorScreener screener;
    private final Map<String, Long> repeated;
    private final EntryCheck check;

    RowCheck(ExecutorScreener screener, Map<String, Long> repeated) {
        this.screener = screener;
        this.repeated = repeated;
        this.check = new EntryCheck(screener.ground());
    }

    /** Returns a function that returns the refused rows with their problems. */
    static MapPartitionsFunction<Row, Row> refused(Broadcast<Broadcasted> sent) {
        return rows -> {
            ExecutorScreener screener = ExecutorScreener.of(sent.value());
            RowCheck check = new RowCheck(screener, sent.value().repeated());
            return Portion.flat(rows, check::refused);
        };
    }

    private Iterator<Row> refused(Row row) {
        ProjectRow project = project(row);
        List<Problem> problems = problems(row, project);
        if (problems.isEmpty()) {
            return List.<Row>of().iterator();
        }
        String corrupt = corrupt(row);
        return List.of(RowFactory.create(
                        project.id().isEmpty() ? null : project.id(),
                        problems.stream().map(screener.wording()::withPlace).toArray(String[]::new),
                        corrupt == null ? project.json() : corrupt))
                .iterator();
    }

    /** Returns the screener of the rows. */
    ExecutorScreener screener() {
        return screener;
    }

    /** Returns the project of a row. */
    ProjectRow project(Row row) {
        return ProjectRow.of(row, screener.kind());
    }

    /** Returns the problems of a row; empty if it can be screened. */
    List<Problem> problems(Row row, ProjectRow project) {
        if (corrupt(row) != null) {
            return List.of(Problem.at(Place.file("row"), "this cannot be read as a row"));
        }
        List<Problem> problems = new ArrayList<>();
        Long times = repeated.get(project.id());
        if (times != null) {
            problems.add(Problem.at(
                    Place.file("id"),
                    Message.of("id `%s` is used by %s rows; all of them are refused", project.id(), times)));
        }
        if (!project.isLanded() || !screener.tookLanded(project.id())) {
            check.project(project.node(), problems);
        }
        return problems;
    }

    /** Returns the line that Spark could not parse; null if it parsed the row. */
    private static @Nullable String corrupt(Row row) {
        Option<Object> place = row.schema().getFieldIndex(ScreeningSchema.CORRUPT);
        return place.isDefined() ? row.getString((Integer) place.get()) : null;
    }
}
