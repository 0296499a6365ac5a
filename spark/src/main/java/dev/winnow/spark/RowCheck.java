package dev.winnow.spark;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.EntryCheck;
import dev.winnow.model.universe.EntryKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import scala.Option;

/** Checks whether rows can be screened. Not thread-safe: each task has its own. */
final class RowCheck {

    private final ExecutorScreener screener;
    private final Map<String, Long> repeated;
    private final EntryCheck check;
    private final EntryKind kind;

    RowCheck(ExecutorScreener screener, Map<String, Long> repeated) {
        this.screener = screener;
        this.repeated = repeated;
        this.check = new EntryCheck(screener.ground());
        this.kind = screener.kind();
    }

    /** Returns the screener of the rows. */
    ExecutorScreener screener() {
        return screener;
    }

    /** Returns the project of a row. */
    ProjectRow project(Row row) {
        return ProjectRow.of(row, kind);
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
    static @Nullable String corrupt(Row row) {
        Option<Object> place = row.schema().getFieldIndex(ScreeningSchema.CORRUPT);
        return place.isDefined() ? row.getString((Integer) place.get()) : null;
    }
}
