package dev.winnow.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.engine.RulePack;
import dev.winnow.language.PackException;
import dev.winnow.model.source.Language;
import dev.winnow.model.universe.UniverseException;
import dev.winnow.report.i18n.Wording;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.spark.TaskKilled;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spark returns the results of a single machine and loses no row. */
class SparkScreeningTest {

    private static final Invented INVENTED = Invented.of(90, 3);
    private static final List<String> FEW = List.of("project", "city", "verdict", "rank", "score");
    private static final List<String> REASONS = List.of("project", "city", "verdict", "score", "findings", "questions");

    @TempDir
    private Path folder;

    private static SparkSession spark;

    @BeforeAll
    static void start() {
        spark = SparkSession.builder()
                .master("local[2, 4]")
                .appName("test")
                .config("spark.ui.enabled", false)
                .config("spark.sql.shuffle.partitions", 2)
                .config("spark.log.level", "FATAL")
                .getOrCreate();
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    private static Dataset<Row> rows(List<String> lines) {
        return spark.read()
                .option("primitivesAsString", true)
                .option("columnNameOfCorruptRecord", ScreeningSchema.CORRUPT)
                .json(spark.createDataset(lines, Encoders.STRING()));
    }

    private static List<String> sorted(Dataset<Row> assessments) {
        return assessments.toJSON().collectAsList().stream().sorted().toList();
    }

    @Test
    void columnsAreTheKeysOfTheLine() {
        SparkScreening.Result result = INVENTED.screening().of(rows(INVENTED.projects()));
        Row one = result.assessments().orderBy("project", "city").first();
        assertThat(one.schema()).isEqualTo(ScreeningSchema.ASSESSMENTS);
        String line = result.lines().collectAsList().stream()
                .filter(each -> each.contains(
                        "\"project\":\"" + one.getAs("project") + "\",\"city\":\"" + one.getAs("city") + "\""))
                .findFirst()
                .orElseThrow();
        assertThat(line)
                .contains(
                        "\"asOf\":\"" + one.getAs("asOf") + "\"",
                        "\"verdict\":\"" + one.getAs("verdict") + "\"",
                        "\"because\":\"" + one.getAs("because") + "\"",
                        "\"rank\":" + one.getAs("rank") + ",",
                        "\"binds\":\"" + one.getAs("binds") + "\"",
                        "\"score\":{\"low\":" + plain(one.getStruct(one.fieldIndex("score")), "low") + ",",
                        "\"sure\":{\"robust\":"
                                + one.getStruct(one.fieldIndex("sure")).getAs("robust") + ",");
        assertThat(one.<Object>getList(one.fieldIndex("criteria"))).isNotEmpty();
    }

    private static String plain(Row struct, String column) {
        return struct.<BigDecimal>getAs(column).stripTrailingZeros().toPlainString();
    }

    @Test
    void onlySelectedFieldsAreColumns() {
        assertThat(INVENTED.screening()
                        .withFields(List.of("verdict", "project", "rank", "rankings"))
                        .of(rows(INVENTED.projects()))
                        .assessments()
                        .columns())
                .containsExactly("schema", "pack", "universe", "project", "verdict", "rank");
        assertThatThrownBy(() -> INVENTED.screening().withFields(List.of("project", "verdikt")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("unknown field `verdikt`; expected one of `project`, `city`, ");
    }

    private static SparkScreening few() {
        return INVENTED.screening().withFields(FEW);
    }

    @Test
    void everyInputFormatGivesTheSameResults() {
        // A cell of a CSV file cannot contain a list of milestones.
        Dataset<Row> projects = rows(INVENTED.projects()).drop("milestones", "outcome");
        List<String> expected = sorted(few().of(projects).assessments());
        Dataset<Row> flat = projects;
        for (var field : projects.schema().fields()) {
            if (field.dataType() instanceof ArrayType) {
                Column list = functions.col(field.name());
                flat = flat.withColumn(
                        field.name(),
                        functions
                                .when(functions.size(list).gt(0), functions.concat_ws("; ", list))
                                .when(functions.size(list).equalTo(0), "none"));
            }
        }
        String parquet = folder.resolve("parquet").toString();
        String csv = folder.resolve("csv").toString();
        projects.write().parquet(parquet);
        flat.write().option("header", true).csv(csv);
        projects.createOrReplaceTempView("projects");
        assertThat(sorted(few().of(spark.read().parquet(parquet)).assessments()))
                .isEqualTo(expected);
        assertThat(sorted(few().of(spark.read().option("header", true).csv(csv)).assessments()))
                .isEqualTo(expected);
        assertThat(sorted(few().of(spark.table("projects")).assessments())).isEqualTo(expected);
    }

    @Test
    void typedColumnsEqualTexts() {
        Dataset<Row> texts = rows(List.of(
                "{\"id\": \"a\", \"name\": \"A\", \"yieldRate\": \"0.86\", \"linkedFirms\": \"3\", \"domestic\":"
                        + " \"true\", \"decided\": \"2020-05-01\"}"));
        SparkScreening screening = INVENTED.screening().withFields(REASONS);
        List<String> expected = sorted(screening.of(texts).assessments());
        assertThat(expected).hasSize(3);
        Map<String, List<String>> types = Map.of(
                "yieldRate", List.of("float", "double", "decimal(10,4)"),
                "linkedFirms",
                        List.of(
                                "tinyint",
                                "smallint",
                                "int",
                                "bigint",
                                "float",
                                "double",
                                "decimal(10,2)",
                                "varchar(9)"),
                "domestic", List.of("boolean"),
                "decided", List.of("date", "timestamp", "timestamp_ntz"));
        Dataset<Row> typed = texts;
        for (int i = 0; i < 8; i++) {
            for (Map.Entry<String, List<String>> column : types.entrySet()) {
                String type = column.getValue().get(i % column.getValue().size());
                typed = typed.withColumn(
                        column.getKey(), functions.col(column.getKey()).cast(type));
            }
            assertThat(sorted(screening.of(typed).assessments()))
                    .as("types %s", i)
                    .isEqualTo(expected);
            typed = texts;
        }
    }

    @Test
    void columnNamesIgnoreCaseAndUnderscores() {
        Dataset<Row> keys = rows(List.of("{\"id\": \"a\", \"name\": \"A\", \"linkedFirms\": \"3\", \"owner\": \"\"}"));
        Dataset<Row> columns = keys.toDF(Arrays.stream(keys.columns())
                .map(column -> column.equals("linkedFirms") ? "LINKED_FIRMS" : column.toUpperCase(Locale.ROOT))
                .toArray(String[]::new));
        Dataset<Row> without = keys.drop("owner");
        SparkScreening screening = INVENTED.screening().withFields(REASONS);
        assertThat(sorted(screening.of(columns).assessments()))
                .hasSize(3)
                .isEqualTo(sorted(screening.of(keys).assessments()))
                .as("an empty text is not known")
                .isEqualTo(sorted(screening.of(without).assessments()));
        assertThatThrownBy(() -> screening.of(keys.withColumn("linked_firms", functions.col("linkedFirms"))))
                .hasMessageContaining("column linked_firms: `linkedFirms` and `linked_firms` are the same key");
    }

    @Test
    void aColumnThatStatesNothingIsRefused() {
        Dataset<Row> keys = rows(List.of("{\"id\": \"a\", \"name\": \"A\", \"owner\": \"B\"}"));
        List<Column> nothing = List.of(
                functions.col("owner").cast("binary"),
                functions.array(functions.col("owner").cast("binary")),
                functions.expr("interval 1 day"),
                functions.struct(functions.expr("interval 1 month").as("value")));
        for (Column column : nothing) {
            assertThatThrownBy(() -> few().of(keys.withColumn("owner", column)))
                    .isInstanceOf(UniverseException.class)
                    .hasMessage("1 problem in the universe `projects`:\n"
                            + "column owner: `owner` contains a value of an unsupported type\n"
                            + "   | give a text, a number, a day, yes or no, a list or a map");
        }
    }

    @Test
    void eachRowIsJudgedOrRefusedWithReasons() {
        List<String> lines = new ArrayList<>(INVENTED.projects().subList(0, 10));
        lines.add("{\"id\": \"half");
        lines.add("{\"name\": \"Nobody\"}");
        lines.add("{\"id\": \"dear\", \"name\": \"Dear\", \"investment\": \"many yuan\"}");
        lines.add("{\"id\": \"twice\", \"name\": \"One\"}");
        lines.add("{\"id\": \"twice\", \"name\": \"Other\"}");
        SparkScreening.Result result = few().of(rows(lines).repartition(3));
        Map<String, String> refused = new TreeMap<>();
        for (Row row : result.refused().collectAsList()) {
            refused.merge(
                    String.valueOf(row.<String>getAs("project")),
                    String.join("\n", row.getList(1)),
                    (a, b) -> a + "\n" + b);
        }
        assertThat(refused)
                .isEqualTo(Map.of(
                        "null",
                        refused.get("null"),
                        "dear",
                        "investment: `many yuan` is not money; such as `300 mn yuan`",
                        "twice",
                        "id: id `twice` is used by 2 rows; all of them are refused\n"
                                + "id: id `twice` is used by 2 rows; all of them are refused"));
        assertThat(refused.get("null").lines())
                .containsExactlyInAnyOrder("row: this cannot be read as a row", "row: a project needs `id`");
        assertThat(result.refused().select("row").as(Encoders.STRING()).collectAsList())
                .contains("{\"id\": \"half", "{\"id\":\"dear\",\"investment\":\"many yuan\",\"name\":\"Dear\"}");
        assertThat(result.assessments().select("project").distinct().count()
                        + result.refused().count())
                .as("every line is in one of both")
                .isEqualTo(lines.size());
        assertThat(few().inLanguage(Language.ZH)
                        .of(rows(lines))
                        .refused()
                        .where("project = 'twice'")
                        .first()
                        .getList(1)
                        .get(0))
                .isEqualTo("id: 编号 `twice` 见于2行，这些行均退回");
    }

    @Test
    void unknownColumnsAreReportedBeforeTheJobStarts() {
        assertThatThrownBy(() -> few().of(rows(List.of("{\"id\": \"a\", \"trak\": \"x\"}"))))
                .isInstanceOf(UniverseException.class)
                .hasMessageContaining("column trak: a project has no `trak`\n   | did you mean `track`?");
        assertThatThrownBy(() -> few().of(rows(List.of("{\"name\": \"a\"}"))))
                .hasMessageContaining("columns: missing column `id`");
    }

    @Test
    void packAndUniverseProblemsAreReportedBeforeTheJobStarts() {
        Map<String, String> broken = new HashMap<>(INVENTED.pack());
        broken.computeIfPresent("funding.drl", (file, text) -> text.replaceFirst("Project\\(", "Projekt("));
        assertThatThrownBy(() -> SparkScreening.of("semiconductor", broken, INVENTED.universe(), Map.of()))
                .isInstanceOf(PackException.class)
                .hasMessageContaining("semiconductor/funding.drl:");
        assertThatThrownBy(() -> SparkScreening.of(
                        "semiconductor",
                        INVENTED.pack(),
                        Map.of("u.yaml", "universe: {name: u}\ncities:\n  - {id: a, name: A}\n"),
                        Map.of()))
                .isInstanceOf(UniverseException.class)
                .hasMessageContaining("u.yaml:1:11: `universe` needs `asOf`");
    }

    @Test
    void aPackUnusableOnExecutorsIsReportedWithoutAStackTrace() {
        TreeMap<String, String> other = new TreeMap<>(INVENTED.pack());
        other.remove("funding.drl");
        Broadcasted sent = new Broadcasted(
                "broken",
                "semiconductor",
                other,
                RulePack.of("semiconductor", INVENTED.pack()).digest(),
                new TreeMap<>(),
                new TreeMap<>(INVENTED.universe()),
                new ArrayList<>(),
                new HashMap<>(),
                Settings.DEFAULT);
        Dataset<Row> assessments = SparkScreening.result(
                        rows(INVENTED.projects()), sent.with(Settings.DEFAULT.withFields(FEW)))
                .assessments();
        assertThatThrownBy(assessments::collectAsList)
                .satisfies(failure -> assertThat(SparkFailure.words(failure, Wording.inLanguage(Language.EN)))
                        .startsWith("The executor cannot use what the driver sent: ")
                        .contains("in the rule pack:\n", "semiconductor/")
                        .doesNotContain("\tat ", "Exception"));
    }

    @Test
    void aKilledTaskIsRepeatedWithoutLoss() {
        List<String> expected = sorted(few().of(rows(INVENTED.projects())).assessments());
        AtomicInteger killed = new AtomicInteger();
        AtomicInteger kills = new AtomicInteger();
        SparkListener killer = new SparkListener() {
            @Override
            public void onTaskStart(SparkListenerTaskStart task) {
                if (kills.getAndIncrement() < 2) {
                    spark.sparkContext().killTaskAttempt(task.taskInfo().taskId(), true, "test");
                }
            }

            @Override
            public void onTaskEnd(SparkListenerTaskEnd task) {
                if (task.reason() instanceof TaskKilled) {
                    killed.incrementAndGet();
                }
            }
        };
        Dataset<Row> assessments =
                few().of(rows(INVENTED.projects()).repartition(4)).assessments();
        spark.sparkContext().addSparkListener(killer);
        String out = folder.resolve("out").toString();
        assessments.write().parquet(out);
        spark.sparkContext().removeSparkListener(killer);
        assertThat(killed.get()).isPositive();
        assertThat(sorted(spark.read().parquet(out))).isEqualTo(expected);
    }

    private int run(ByteArrayOutputStream err, Path projects, String... more) throws IOException {
        Path universe = Files.createDirectories(folder.resolve("universe"));
        for (Map.Entry<String, String> file : INVENTED.universe().entrySet()) {
            Files.writeString(universe.resolve(file.getKey()), file.getValue());
        }
        String[] fixed = {
            "--rules", Invented.RULES.toString(),
            "--universe", universe.toString(),
            "--projects", projects.toString(),
            "--output", folder.resolve("assessments").toString(),
            "--refused", folder.resolve("refused").toString()
        };
        return ScreenProjects.run(
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Stream.concat(Stream.of(fixed), Stream.of(more)).toArray(String[]::new));
    }

    @Test
    void aSubmittedJobWritesAndCountsBothOutputs() throws IOException {
        Path projects = folder.resolve("projects.ndjson");
        List<String> lines = new ArrayList<>(INVENTED.projects());
        lines.add("{\"id\": \"dear\", \"name\": \"Dear\", \"investment\": \"many yuan\"}");
        Files.write(projects, lines);
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String rankings = folder.resolve("rankings").toString();
        String fields = "project,verdict,score,criteria,possible";
        assertThat(run(
                        err,
                        projects,
                        "--format",
                        "json",
                        "--output-format",
                        "csv",
                        "--fields",
                        fields,
                        "--rankings",
                        rankings))
                .isZero();
        assertThat(err.toString(StandardCharsets.UTF_8).replace(folder.toString(), "…"))
                .isEqualTo("winnow: 270 assessments in …/assessments\n"
                        + "winnow: 1 row was refused; see …/refused for the reasons\n");
        Dataset<Row> table = spark.read()
                .option("header", true)
                .csv(folder.resolve("assessments").toString());
        assertThat(table.count()).isEqualTo(270);
        assertThat(String.join(",", table.columns()))
                .isEqualTo("schema,pack.name,pack.version,pack.digest,universe.name,universe.digest,"
                        + "project,verdict,score.low,score.high,criteria,possible");
        assertThat(spark.read().text(rankings).as(Encoders.STRING()).collectAsList())
                .hasSize(3)
                .allMatch(line -> line.startsWith("{\"city\":"));
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        assertThat(run(again, projects, "--format", "json", "--fields", "project"))
                .isEqualTo(3);
        assertThat(again.toString(StandardCharsets.UTF_8))
                .contains("already exists")
                .doesNotContain("\tat ");
    }

    @Test
    void linesAreWrittenAsJson() throws IOException {
        Path projects = Files.write(folder.resolve("projects.ndjson"), INVENTED.projects());
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        assertThat(run(
                        err,
                        projects,
                        "--format",
                        "json",
                        "--output-format",
                        "json",
                        "--fields",
                        "project, score",
                        "--universe-digest",
                        "1f"))
                .isZero();
        assertThat(spark.read()
                        .text(folder.resolve("assessments").toString())
                        .as(Encoders.STRING())
                        .collectAsList())
                .hasSize(270)
                .allMatch(line -> line.matches("\\{\"schema\":1,\"pack\":.*,\"universe\":\\{.*\"digest\":\"1f\"},"
                        + "\"project\":\"[^\"]*\",\"score\":\\{\"low\":[0-9.]+,\"high\":[0-9.]+}}"));
    }

    @Test
    void optionsThatCannotBeAreRefused() throws IOException {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        assertThat(run(err, folder, "--fields", "project,verdikt")).isEqualTo(2);
        assertThat(run(err, folder, "--samples", "0")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("winnow: unknown field `verdikt`; expected one of `project`, `city`, ")
                                .endsWith("`baseWays`, `panel`; did you mean `verdict`?"),
                        line -> assertThat(line)
                                .isEqualTo("winnow: --samples must be a number from 1 to 1,000,000, not `0`"));
    }

    @Test
    void aCorruptParquetFileIsReportedAndNothingIsWritten() throws IOException {
        Path projects = folder.resolve("projects");
        rows(INVENTED.projects()).repartition(2).write().parquet(projects.toString());
        Path part;
        try (Stream<Path> files = Files.list(projects)) {
            part = files.filter(file -> file.toString().endsWith(".parquet"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(part);
        for (int i = 100; i < bytes.length / 2; i++) {
            bytes[i] ^= 0x55;
        }
        Files.write(part, bytes);
        Files.deleteIfExists(projects.resolve("." + part.getFileName() + ".crc"));
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        assertThat(run(err, projects, "--fields", "project")).isEqualTo(3);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains(
                        part.getFileName().toString(),
                        "the file cannot be read and may be incomplete; nothing was written")
                .doesNotContain("\tat ");
        assertThat(folder.resolve("assessments/_SUCCESS")).doesNotExist();
    }

    @Test
    void missingInputsAreReported() throws IOException {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        assertThat(run(err, folder.resolve("none"))).isEqualTo(3);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("winnow: ")
                .contains("none")
                .doesNotContain("\tat ");
    }
}
