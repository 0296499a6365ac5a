package dev.winnow.spark;

import dev.winnow.engine.Batch;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Screening;
import dev.winnow.model.result.Screening.Edition;
import dev.winnow.model.universe.Universe;
import dev.winnow.report.json.ScreeningDocument.Sure;
import dev.winnow.report.json.ScreeningJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Row;

/** Writes the assessments of a portion as the lines that {@code winnow screen -f ndjson} prints. */
final class ScreenedLines {

    /** The column with the ranks of a project, if they are computed. Columns so named are no keys of a project. */
    static final String RANKS = "_ranks";

    private final Portion portion;
    private final boolean ranked;
    private final ScreeningJson writer;
    /** The ranks of a project by city. */
    private final Map<String, Map<String, Row>> ranks = new HashMap<>();

    private ScreenedLines(Portion portion) {
        this.portion = portion;
        ExecutorScreener screener = portion.screener();
        this.ranked = screener.settings().isRanked();
        Universe universe = portion.session().universe();
        Screening screening = new Screening(
                screener.pack().edition(),
                new Edition(universe.name(), "", screener.digest()),
                universe.illustrative(),
                List.of(),
                List.of(),
                universe.names());
        this.writer = ScreeningJson.withStandings(screening, this::sure, screener.wording(), screener.fields());
    }

    /** Returns the lines of a portion, computed as the iterator is read. */
    static Iterator<String> of(Portion portion) {
        return Portion.flat(portion.batches(), new ScreenedLines(portion)::lines);
    }

    private Iterator<String> lines(Batch batch) {
        List<Assessment> assessments = batch.assess();
        if (ranked) {
            assessments = assessments.stream().map(this::ranked).toList();
        }
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        try {
            writer.writeLines(portion.screener().fields().explained(portion.session(), assessments), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines.toString(StandardCharsets.UTF_8).lines().iterator();
    }

    private Assessment ranked(Assessment one) {
        Row rank = rank(one);
        return one.ranked(rank.<Integer>getAs("rank"), rank.<Boolean>getAs("tied"));
    }

    private Sure sure(Assessment one) {
        return CityRankings.read(rank(one).getAs("sure"), Sure.class);
    }

    private Row rank(Assessment one) {
        Map<String, Row> byCity = ranks.computeIfAbsent(one.project(), project -> {
            Row row = Objects.requireNonNull(portion.rows().get(project));
            Map<String, Row> all = new HashMap<>();
            row.<Row>getList(row.fieldIndex(RANKS)).forEach(rank -> all.put(rank.getAs("city"), rank));
            return all;
        });
        return Objects.requireNonNull(byCity.get(one.city()));
    }
}
