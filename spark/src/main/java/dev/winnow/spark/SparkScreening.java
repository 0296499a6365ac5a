package dev.winnow.spark;

import dev.winnow.analysis.weights.Robustness;
import dev.winnow.engine.RulePack;
import dev.winnow.language.PackException;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.EntryCheck;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.universe.EntryKinds;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.universe.UniverseException;
import dev.winnow.report.json.Fields;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Screens the projects of a Dataset for every city of a universe. Pack and universe are sent to the executors as texts,
 * and each executor creates one screener from them. The results are the same as on a single machine, for any
 * partitioning of the rows.
 *
 * <pre>{@code
 * SparkScreening screening = SparkScreening.of("semiconductor", packFiles, universeFiles, Map.of());
 * SparkScreening.Result result = screening.of(spark.read().parquet("projects"));
 * result.assessments().write().parquet("assessments");
 * result.refused().write().json("refused");
 * }</pre>
 *
 * <p>Immutable.
 */
public final class SparkScreening {

    /** Maximum number of landed projects, which are all sent to every executor. A list of candidates has fewer. */
    private static final int MOST_LANDED = 100_000;

    private static final int MOST_REPEATED = 100_000;

    private final Broadcasted sent;
    private final RulePack pack;
    private final Universe universe;

    private SparkScreening(Broadcasted sent, RulePack pack, Universe universe) {
        this.sent = sent;
        this.pack = pack;
        this.universe = universe;
    }

    private SparkScreening with(Settings settings) {
        return new SparkScreening(sent.with(settings), pack, universe);
    }

    /**
     * Creates a screening by a pack for the cities of a universe. Both are read and checked here, before anything is
     * sent.
     *
     * @param name the pack's name
     * @param packFiles the pack's files by name, such as {@code demand-pull.drl}
     * @param universeFiles the files of the universe by name
     * @param vocabularies the vocabulary.yaml of further packs by origin; universe and projects may state their facts
     *     too
     * @return the screening
     * @throws PackException if the pack is invalid or has another currency than the universe, with all its problems
     * @throws UniverseException if any entry of the universe would be left out, with all its problems
     */
    public static SparkScreening of(
            String name,
            Map<String, String> packFiles,
            Map<String, String> universeFiles,
            Map<String, String> vocabularies) {
        RulePack pack = RulePack.of(name, packFiles);
        Universe universe = Universe.parse(Broadcasted.facts(pack.vocabulary(), vocabularies), universeFiles)
                .requireWhole();
        pack.requireCurrency(universe);
        Broadcasted sent = new Broadcasted(
                "",
                name,
                new TreeMap<>(packFiles),
                pack.digest(),
                new TreeMap<>(vocabularies),
                new TreeMap<>(universeFiles),
                new ArrayList<>(),
                new HashMap<>(),
                Settings.DEFAULT);
        return new SparkScreening(sent, pack, universe);
    }

    /**
     * {@return this screening as of a day, with the facts known by then}
     *
     * @param asOf the day
     */
    public SparkScreening on(LocalDate asOf) {
        return with(sent.settings().on(asOf));
    }

    /**
     * {@return this screening with texts in another language}
     *
     * @param texts the language
     */
    public SparkScreening inLanguage(Language texts) {
        return with(sent.settings().in(texts));
    }

    /**
     * {@return this screening with some fields of each assessment} By default it has all. Other fields are not
     * computed: without {@code rank}, {@code tied} and {@code sure}, no assessment waits for others; without fields
     * that need reasons, a screening takes a fraction of the time.
     *
     * @param fields keys of an assessment in the contract, or {@code rankings}
     * @throws IllegalArgumentException if there is no such field
     */
    public SparkScreening withFields(Collection<String> fields) {
        fields.stream()
                .filter(field -> !Settings.FIELDS.contains(field))
                .findFirst()
                .ifPresent(field -> {
                    throw new IllegalArgumentException(
                            unknownField(field, Settings.FIELDS).toString());
                });
        return with(sent.settings().withFields(List.copyOf(fields)));
    }

    static Message unknownField(String field, List<String> known) {
        return Message.of("unknown field `%s`; expected one of %s", field, Message.names(known))
                .with(Nearest.advice(field, known));
    }

    /**
     * {@return this screening with another sample of weightings}
     *
     * @param seed the random seed; 1 by default
     * @param samples the number of weightings; null for the default, which depends on the number of assessments
     */
    public SparkScreening withSample(long seed, @Nullable Integer samples) {
        return with(sent.settings().sampling(seed, samples));
    }

    /**
     * {@return this screening with another digest of the universe in its results}
     *
     * @param universeDigest the digest; by default that of the universe's files and the landed projects, without the
     *     open ones
     */
    public SparkScreening withDigest(String universeDigest) {
        return with(sent.settings().withDigest(universeDigest));
    }

    /**
     * The results for the rows of a Dataset. They are computed when an action needs them. Each row is either assessed
     * or refused.
     *
     * @param lines one line per accepted row and city, as {@code winnow screen -f ndjson} prints it
     * @param rankings the robustness of the first place of each city and day, as in {@code winnow screen -f json};
     *     empty without the field {@code rankings}
     * @param refused the refused rows, with the columns of {@link ScreeningSchema#REFUSED}
     * @param columns the keys of a line as columns: those of {@link ScreeningSchema#ASSESSMENTS} that were selected
     */
    public record Result(Dataset<String> lines, Dataset<String> rankings, Dataset<Row> refused, StructType columns) {

        /** {@return the lines with a column per key} */
        public Dataset<Row> assessments() {
            return lines.select(
                            functions.from_json(functions.col("value"), columns).as("line"))
                    .select("line.*");
        }
    }

    /**
     * Screens the projects of a Dataset. Its ids and its landed projects are read immediately. For the default number
     * of sampled weightings, the assessments are also counted.
     *
     * @param rows one row per project; columns are named like the keys of a project in a universe file, ignoring case
     *     and underscores
     * @return the assessments and the refused rows, in no particular order
     * @throws UniverseException if the columns are not those of projects, or the landed projects contradict each other
     */
    public Result of(Dataset<Row> rows) {
        EntryKind kind = EntryKinds.of(universe.vocabulary()).projects();
        Dataset<Row> projects = named(rows, kind);
        Map<String, Long> repeated = repeated(projects);
        return result(
                projects,
                sent.forRows(UUID.randomUUID().toString(), landed(projects, kind, repeated.keySet()), repeated));
    }

    static Result result(Dataset<Row> projects, Broadcasted inputs) {
        SparkSession spark = projects.sparkSession();
        Broadcast<Broadcasted> sent =
                JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(inputs);
        Settings settings = inputs.settings();
        Dataset<Row> ranked = projects;
        Dataset<String> rankings = spark.emptyDataset(Encoders.STRING());
        if (settings.isRanked() || settings.isWeighed()) {
            CityRankings cities = new CityRankings(
                    ofAll(projects, sent, ScoredPair::rows, Encoders.row(ScoredPair.COLUMNS)),
                    sent,
                    settings.isWeighed() ? samples(projects, sent) : 0);
            if (settings.isRanked()) {
                ranked = projects.join(
                                cities.ranks(ScreenedLines.RANKS), id().equalTo(functions.col(CityRankings.PROJECT)))
                        .drop(CityRankings.PROJECT);
            }
            if (settings.has(Fields.RANKINGS)) {
                rankings = cities.lines();
            }
        }
        return new Result(
                ranked.mapPartitions(Portion.each(sent, ScreenedLines::of), Encoders.STRING()),
                rankings,
                projects.mapPartitions(RowCheck.refused(sent), Encoders.row(ScreeningSchema.REFUSED)),
                ScreeningSchema.of(settings.fields()));
    }

    /** Returns results for the projects of the rows and of the universe, because ranks count both. */
    private static <T> Dataset<T> ofAll(
            Dataset<Row> projects, Broadcast<Broadcasted> sent, Portion.Judging<T> judging, Encoder<T> encoder) {
        return projects.mapPartitions(Portion.each(sent, judging), encoder)
                .union(projects.sparkSession().range(0, 1, 1, 1).mapPartitions(Portion.ground(sent, judging), encoder));
    }

    /** Returns the number of weightings to sample, which by default depends on the number of pairs. */
    private static int samples(Dataset<Row> projects, Broadcast<Broadcasted> sent) {
        Integer samples = sent.value().settings().samples();
        return samples != null
                ? samples
                : Robustness.enough(ofAll(projects, sent, Portion::pairs, Encoders.LONG()).collectAsList().stream()
                        .mapToLong(Long::longValue)
                        .sum());
    }

    /** Returns the column of ids as winnow reads them. */
    private static Column id() {
        return functions.udf(ProjectRow::statedId, DataTypes.StringType).apply(functions.col("id"));
    }

    /** Renames the columns to the keys of a project. */
    private static Dataset<Row> named(Dataset<Row> rows, EntryKind kind) {
        Map<String, String> known = kind.keysByColumn();
        List<String> columns = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (StructField field : rows.schema().fields()) {
            String column = field.name();
            boolean corrupt = column.equals(ScreeningSchema.CORRUPT);
            String key = corrupt ? column : known.get(EntryKind.columnName(column));
            if (key == null) {
                problems.add(problem(
                        column,
                        Message.of("%s has no `%s`", Message.of("a project"), column),
                        Nearest.advice(column, new TreeSet<>(known.values()))));
            } else if (columns.contains(key)) {
                problems.add(problem(
                        column,
                        Message.of("`%s` and `%s` are the same key", rows.columns()[columns.indexOf(key)], column),
                        null));
            } else if (!statesSomething(field.dataType())) {
                problems.add(problem(
                        column,
                        Message.of("`%s` contains a value of an unsupported type", column),
                        Message.of("give a text, a number, a day, yes or no, a list or a map")));
            }
            columns.add(key == null ? column : key);
        }
        if (!columns.contains("id")) {
            problems.add(Problem.at(Place.file("columns"), Message.of("missing column `%s`", "id")));
        }
        if (!problems.isEmpty()) {
            throw new UniverseException("projects", problems);
        }
        return rows.toDF(columns.toArray(new String[0]));
    }

    private static Problem problem(String column, Message what, @Nullable Message advice) {
        return new Problem(Place.file("column " + column), what, 0, advice);
    }

    /** Whether a universe can state the values of a column; bytes and intervals it cannot. */
    private static boolean statesSomething(DataType type) {
        if (type instanceof ArrayType list) {
            return statesSomething(list.elementType());
        }
        if (type instanceof MapType map) {
            return statesSomething(map.valueType());
        }
        if (type instanceof StructType struct) {
            return Arrays.stream(struct.fields()).allMatch(field -> statesSomething(field.dataType()));
        }
        return type instanceof StringType
                || type instanceof NumericType
                || List.of(
                                DataTypes.BooleanType,
                                DataTypes.DateType,
                                DataTypes.TimestampType,
                                DataTypes.TimestampNTZType,
                                DataTypes.NullType)
                        .contains(type);
    }

    /**
     * Returns the ids of more than one row. All of these rows are refused, because partitions have no defined first
     * row.
     */
    private static Map<String, Long> repeated(Dataset<Row> projects) {
        Map<String, Long> repeated = new HashMap<>();
        List<Row> rows = projects.select(id().as("id"))
                .where("id is not null")
                .groupBy("id")
                .count()
                .where("count > 1")
                .limit(MOST_REPEATED + 1)
                .collectAsList();
        if (rows.size() > MOST_REPEATED) {
            throw new UniverseException(
                    "projects",
                    List.of(Problem.at(
                            Place.file("column id"),
                            Message.of("more than %s ids are used by several rows", MOST_REPEATED))));
        }
        rows.forEach(row -> repeated.put(row.getString(0), row.getLong(1)));
        return repeated;
    }

    /** Returns the landed projects, sorted by id; the assessments of all others depend on them. */
    private List<ProjectRow> landed(Dataset<Row> projects, EntryKind kind, Set<String> repeated) {
        List<ProjectRow> landed = new ArrayList<>();
        if (!Arrays.asList(projects.columns()).contains("city")) {
            return landed;
        }
        List<Row> rows =
                projects.where("city is not null").limit(MOST_LANDED + 1).collectAsList();
        if (rows.size() > MOST_LANDED) {
            throw new UniverseException(
                    "projects",
                    List.of(Problem.at(
                            Place.file("column city"),
                            Message.of("more than %s projects have landed in a city", MOST_LANDED))));
        }
        EntryCheck check = new EntryCheck(universe);
        for (Row row : rows) {
            ProjectRow project = ProjectRow.of(row, kind);
            if (!repeated.contains(project.id()) && check.project(project.node(), new ArrayList<>())) {
                landed.add(project);
            }
        }
        landed.sort(Comparator.comparing(ProjectRow::id));
        ExecutorScreener.ground(universe, landed).requireWhole();
        return landed;
    }
}
