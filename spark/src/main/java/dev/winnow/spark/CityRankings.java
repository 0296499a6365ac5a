package dev.winnow.spark;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.winnow.analysis.weights.Robustness;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.internal.score.Weighing;
import dev.winnow.model.result.Assessment;
import dev.winnow.report.json.Contract;
import dev.winnow.report.json.ScreeningJson;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/** Ranks the pairs of each city and day, and computes how much the ranking depends on the weights. */
final class CityRankings {

    /** The columns of the ranks of a pair; {@code sure} is its robustness as JSON. */
    private static final StructType RANKS =
            StructType.fromDDL("project string, city string, rank int, tied boolean, sure string");

    /** The column of the project in {@link #ranks}. */
    static final String PROJECT = "_project";

    private static final JsonMapper JSON = Contract.mapper(new JsonFactory()).build();

    private final Broadcast<Broadcasted> sent;
    private final int samples;
    private final Dataset<Row> ranked;

    /**
     * @param pairs the rows of a {@link ScoredPair} each
     * @param samples the number of sampled weightings
     */
    CityRankings(Dataset<Row> pairs, Broadcast<Broadcasted> sent, int samples) {
        this.sent = sent;
        this.samples = samples;
        WindowSpec best = Window.partitionBy("city", "asOf")
                .orderBy(functions.col("scores").desc(), functions.col("known").desc());
        WindowSpec equal = best.rangeBetween(Window.currentRow(), Window.currentRow());
        this.ranked = pairs.withColumn("rank", functions.rank().over(best))
                .withColumn(
                        "tied", functions.count(functions.lit(1)).over(equal).gt(1));
    }

    /** Returns a row per project, with the ranks of its pairs in a column. */
    Dataset<Row> ranks(String column) {
        Dataset<Row> ranks = sent.value().settings().has("sure")
                ? each(CityRankings::standings, Encoders.row(RANKS))
                : ranked.withColumn("sure", functions.lit(null).cast("string"));
        return ranks.groupBy(functions.col("project").as(PROJECT))
                .agg(functions
                        .collect_list(functions.struct("city", "rank", "tied", "sure"))
                        .as(column));
    }

    /** Returns the robustness of the first place of each city and day, as lines of JSON. */
    Dataset<String> lines() {
        return each(
                (robustness, unused) -> robustness
                        .rankings()
                        .map(ScreeningJson::ranking)
                        .map(CityRankings::json)
                        .iterator(),
                Encoders.STRING());
    }

    private static Iterator<Row> standings(Robustness robustness, List<Assessment> assessments) {
        return assessments.stream()
                .map(one -> RowFactory.create(
                        one.project(),
                        one.city(),
                        one.rank(),
                        one.tied(),
                        json(ScreeningJson.sure(Objects.requireNonNull(robustness.standing(one))))))
                .iterator();
    }

    /** Makes results of the ranking of a city and day. */
    private interface Making<T> extends Serializable {
        Iterator<T> of(Robustness robustness, List<Assessment> assessments);
    }

    private <T> Dataset<T> each(Making<T> making, Encoder<T> encoder) {
        Broadcast<Broadcasted> inputs = sent;
        int drawn = samples;
        return ranked.groupByKey(
                        (MapFunction<Row, String>) row -> row.getAs("city") + " " + row.getAs("asOf"),
                        Encoders.STRING())
                .flatMapGroups(
                        (FlatMapGroupsFunction<String, Row, T>) (city, rows) -> of(rows, inputs, drawn, making),
                        encoder);
    }

    private static <T> Iterator<T> of(Iterator<Row> rows, Broadcast<Broadcasted> sent, int samples, Making<T> making) {
        RulePack pack = ExecutorScreener.of(sent.value()).pack();
        List<Assessment> assessments = new ArrayList<>();
        List<Weighing> weighings = new ArrayList<>();
        rows.forEachRemaining(row -> {
            ScoredPair pair = read(row.getAs("pair"), ScoredPair.class);
            assessments.add(pair.assessment(row));
            weighings.add(pair.weighing(pack.criteria()));
        });
        long seed = sent.value().settings().seed();
        return making.of(Robustness.of(pack, assessments, all -> weighings.stream(), seed, samples), assessments);
    }

    /** Returns a record as JSON. */
    static String json(Object contract) {
        try {
            return JSON.writeValueAsString(contract);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of the contract can be written", e);
        }
    }

    /** Reads a record from JSON. */
    static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of the contract can be read", e);
        }
    }
}
