package dev.winnow.spark;

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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
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

    private final String name;
    private final Map<String, String> packFiles;
    private final Map<String, String> universeFiles;
    private final Map<String, String> vocabularies;
    private final RulePack pack;
    private final Universe universe;
    private final Settings settings;

    /** The settings of a screening, named as in {@link Broadcasted}. */
    private record Settings(
            @Nullable LocalDate day,
            Language language,
            @Nullable String digest,
            boolean contract) {}

    private SparkScreening(
            String name,
            Map<String, String> packFiles,
            Map<String, String> universeFiles,
            Map<String, String> vocabularies,
            RulePack pack,
            Universe universe,
            Settings settings) {
        this.name = name;
        this.packFiles = Map.copyOf(packFiles);
        this.universeFiles = Map.copyOf(universeFiles);
        this.vocabularies = Map.copyOf(vocabularies);
        this.pack = pack;
        this.universe = universe;
        this.settings = settings;
    }

    private SparkScreening with(Settings others) {
        return new SparkScreening(name, packFiles, universeFiles, vocabularies, pack, universe, others);
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
        return new SparkScreening(
                name,
                packFiles,
                universeFiles,
                vocabularies,
                pack,
                universe,
                new Settings(null, Language.EN, null, false));
    }

    /**
     * {@return this screening as of a day, with the facts known by then}
     *
     * @param asOf the day
     */
    public SparkScreening on(LocalDate asOf) {
        return with(new Settings(asOf, settings.language, settings.digest, settings.contract));
    }

    /**
     * {@return this screening with texts in another language}
     *
     * @param texts the language
     */
    public SparkScreening inLanguage(Language texts) {
        return with(new Settings(settings.day, texts, settings.digest, settings.contract));
    }

    /**
     * {@return this screening with a column {@code json} that contains each assessment with reasons and questions, as a
     * line of {@code winnow screen -f ndjson --unranked}} A line has about 10 to 20 KB.
     *
     * @param universeDigest the digest of the universe in results; null to compute it from its files and the landed
     *     projects, without the open ones
     */
    public SparkScreening withContract(@Nullable String universeDigest) {
        return with(new Settings(settings.day, settings.language, universeDigest, true));
    }

    /**
     * The results for the rows of a Dataset. Both Datasets are computed when an action needs them, and each row is in
     * exactly one of them.
     *
     * @param assessments one row per accepted row and city, with the columns of {@link ScreeningSchema#ASSESSMENTS}
     * @param refused the refused rows, with the columns of {@link ScreeningSchema#REFUSED}
     */
    public record Result(Dataset<Row> assessments, Dataset<Row> refused) {}

    /**
     * Screens the projects of a Dataset. Its ids and its landed projects are read immediately.
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
        Broadcasted sent = new Broadcasted(
                UUID.randomUUID().toString(),
                name,
                new TreeMap<>(packFiles),
                pack.digest(),
                new TreeMap<>(vocabularies),
                new TreeMap<>(universeFiles),
                new ArrayList<>(landed(projects, kind, repeated.keySet())),
                new HashMap<>(repeated),
                settings.day,
                settings.language.tag(),
                settings.digest,
                settings.contract);
        return result(projects, sent);
    }

    static Result result(Dataset<Row> projects, Broadcasted sent) {
        Broadcast<Broadcasted> broadcast = JavaSparkContext.fromSparkContext(
                        projects.sparkSession().sparkContext())
                .broadcast(sent);
        return new Result(
                projects.mapPartitions(new ScreenedRows(broadcast), Encoders.row(ScreeningSchema.ASSESSMENTS)),
                projects.mapPartitions(new RefusedRows(broadcast), Encoders.row(ScreeningSchema.REFUSED)));
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
        Column id = functions.trim(functions.col("id").cast("string"));
        Map<String, Long> repeated = new HashMap<>();
        List<Row> rows = projects.select(id.as("id"))
                .where("id is not null and id <> ''")
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
