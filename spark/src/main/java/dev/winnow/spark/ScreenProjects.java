package dev.winnow.spark;

import dev.winnow.analysis.weights.Robustness;
import dev.winnow.language.PackException;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.UniverseException;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.json.Fields;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The main class for {@code spark-submit}. */
@Command(
        name = "ScreenProjects",
        sortOptions = false,
        description = "Screens projects, one per row, for every city of a universe.")
public final class ScreenProjects implements Callable<Integer> {

    private static final int USAGE = 2;
    private static final int PROBLEMS = 3;
    private static final int COULD_NOT_RUN = 4;

    private enum Input {
        parquet,
        csv,
        json,
        table
    }

    private enum Output {
        parquet,
        csv,
        json,
        table
    }

    @Option(names = "--rules", required = true, paramLabel = "FOLDER", description = "The rule pack.")
    private String rules = "";

    @Option(
            names = "--universe",
            required = true,
            paramLabel = "FOLDER",
            description = "The universe: cities, chains, and projects that have landed.")
    private String universe = "";

    @Option(
            names = "--facts-of",
            paramLabel = "FOLDER",
            description = "A further pack whose facts the universe and the projects may state. May be repeated.")
    private List<String> factsOf = new ArrayList<>();

    @Option(
            names = "--projects",
            required = true,
            paramLabel = "PATH",
            description = "The projects: a file or folder, or a table with --format table.")
    private String projects = "";

    @Option(
            names = "--format",
            paramLabel = "FORM",
            description = "Format of --projects: parquet, csv, json (one object per line) or table. Default: parquet.")
    private Input format = Input.parquet;

    @Option(
            names = "--read",
            paramLabel = "KEY=VALUE",
            description = "An option of Spark's reader, such as sep=;. May be repeated.")
    private Map<String, String> read = new LinkedHashMap<>();

    @Option(
            names = "--output",
            required = true,
            paramLabel = "PATH",
            description = "Folder for assessments, or a table with --output-format table.")
    private String output = "";

    @Option(
            names = "--output-format",
            paramLabel = "FORM",
            description = "Format of --output: parquet, table, csv, or json as `winnow screen -f ndjson` prints it. "
                    + "Default: parquet.")
    private Output outputFormat = Output.parquet;

    @Option(
            names = "--refused",
            required = true,
            paramLabel = "PATH",
            description = "Folder for refused rows with the reasons, one JSON object per line.")
    private String refused = "";

    @Option(names = "--overwrite", description = "Overwrite --output and --refused.")
    private boolean overwrite;

    @Option(
            names = "--fields",
            paramLabel = "NAMES",
            split = "\\s*,\\s*",
            description = "Write only these fields of each assessment, such as project,city,verdict,score. Other "
                    + "fields are not computed. Default: all, 10 to 30 KB for each assessment.")
    private List<String> fields = Fields.OF_ASSESSMENT;

    @Option(
            names = "--rankings",
            paramLabel = "PATH",
            description = "Folder for the robustness of the first place of each city, one JSON object per line.")
    private @Nullable String rankings;

    @Option(
            names = "--samples",
            paramLabel = "N",
            description = "Number of sampled weightings, which show how sure verdicts and ranks are, 1 to"
                    + " 1,000,000. Default: 10,000, fewer for very many candidates.")
    private @Nullable Integer samples;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Random seed of the sampled weightings, a whole number. Default: 1.")
    private long seed = Robustness.SEED;

    @Option(
            names = "--universe-digest",
            paramLabel = "TEXT",
            description = "Digest of the universe in results. Default: that of --universe and of landed projects.")
    private @Nullable String digest;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "Judge by the facts known on this day. Default: the universe's day, including facts "
                    + "learnt later.")
    private @Nullable LocalDate asOf;

    @Option(names = "--lang", paramLabel = "TAG", description = "Language of texts: en or zh. Default: en.")
    private String lang = "en";

    @Option(names = "--strict", description = "Exit with 3 if a row was refused, instead of 0.")
    private boolean strict;

    @Option(
            names = "--log-level",
            paramLabel = "LEVEL",
            description = "Log level of Spark. Default: FATAL; failures are reported at the end.")
    private String logLevel = "FATAL";

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help message and exit.")
    private boolean unusedHere; // used by picocli

    private final PrintStream err;

    private ScreenProjects(PrintStream err) {
        this.err = err;
    }

    /**
     * Screens projects and ends the JVM with exit code 0 if everything was written, 2 for wrong options, 3 for problems
     * in the pack, the universe or the projects, and 4 if the job failed.
     *
     * @param arguments the options
     */
    public static void main(String[] arguments) {
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int exit = run(err, arguments);
        if (exit != 0) {
            System.exit(exit); // a cluster treats an application that returns as successful
        }
    }

    static int run(PrintStream err, String... arguments) {
        ScreenProjects screening = new ScreenProjects(err);
        CommandLine line = new CommandLine(screening).setExecutionExceptionHandler((e, command, parsed) -> {
            err.println("winnow: " + SparkFailure.words(e, screening.wording()));
            return SparkFailure.isOfInput(e) ? PROBLEMS : COULD_NOT_RUN;
        });
        if (List.of(arguments).contains(Language.ZH.tag())) {
            line.setResourceBundle(new HelpText(Wording.inLanguage(Language.ZH), line.getCommandSpec()));
        }
        return line.execute(arguments);
    }

    private Wording wording() {
        return Wording.inLanguage(Language.of(lang).orElse(Language.EN));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Wording wording = wording();
        Message refusal = refusal();
        if (refusal != null) {
            err.println("winnow: " + wording.say(refusal));
            return USAGE;
        }
        boolean started = SparkSession.getDefaultSession().isEmpty(); // the session of an embedding application is left
        // open
        SparkConf conf = new SparkConf();
        conf.setIfMissing("spark.master", "local[*, 4]"); // retries failed tasks on a single machine too
        SparkSession spark =
                SparkSession.builder().appName("winnow").config(conf).getOrCreate();
        spark.sparkContext().setLogLevel(logLevel);
        try {
            SparkScreening.Result result = screening(spark, wording.language()).of(projects(spark));
            Observation refusedRows = new Observation();
            Observation assessed = new Observation();
            writer(result.refused()
                            .observe(
                                    refusedRows,
                                    functions.count(functions.lit(1)).as("rows")))
                    .json(refused);
            write(result, assessed);
            if (rankings != null) {
                writer(result.rankings()).text(rankings);
            }
            long left = rows(refusedRows);
            err.println("winnow: " + wording.say(Message.of("%s assessments in %s", rows(assessed), output)));
            if (left > 0) {
                err.println("winnow: "
                        + wording.say(
                                left == 1
                                        ? Message.of("1 row was refused; see %s for the reasons", refused)
                                        : Message.of("%s rows were refused; see %s for the reasons", left, refused)));
            }
            return left > 0 && strict ? PROBLEMS : 0;
        } catch (PackException e) {
            return tell(e.problems(), wording);
        } catch (UniverseException e) {
            return tell(e.problems(), wording);
        } finally {
            if (started) {
                spark.stop();
            }
        }
    }

    private int tell(List<Problem> problems, Wording wording) {
        problems.forEach(problem -> err.println(wording.say(problem)));
        err.println("winnow: " + wording.say(Message.of("nothing was screened")));
        return PROBLEMS;
    }

    private static long rows(Observation observation) throws InterruptedException {
        return observation.getAsJava().get("rows") instanceof Number number ? number.longValue() : 0;
    }

    private SparkScreening screening(SparkSession spark, Language language) throws IOException {
        Folder pack = Folder.read(rules, spark.sparkContext().hadoopConfiguration());
        Folder known = Folder.read(universe, spark.sparkContext().hadoopConfiguration());
        Map<String, String> vocabularies = new LinkedHashMap<>();
        for (String other : factsOf) {
            String facts = Folder.read(other, spark.sparkContext().hadoopConfiguration())
                    .texts()
                    .get(Vocabulary.FILE);
            if (facts != null) {
                vocabularies.put(other + "/" + Vocabulary.FILE, facts);
            }
        }
        SparkScreening screening = SparkScreening.of(pack.name(), pack.texts(), known.documents(), vocabularies)
                .inLanguage(language);
        if (asOf != null) {
            screening = screening.on(asOf);
        }
        if (digest != null) {
            screening = screening.withDigest(digest);
        }
        List<String> all = new ArrayList<>(fields);
        if (rankings != null) {
            all.add(Fields.RANKINGS);
        }
        return screening.withFields(all).withSample(seed, samples);
    }

    /** Returns the reason why the options are refused; null if they are not. */
    private @Nullable Message refusal() {
        for (String field : fields) {
            if (!Fields.OF_ASSESSMENT.contains(field)) {
                return SparkScreening.unknownField(field, Fields.OF_ASSESSMENT);
            }
        }
        return samples != null && (samples < 1 || samples > Robustness.MOST_SAMPLES)
                ? Message.of("--samples must be a number from 1 to 1,000,000, not `%s`", samples)
                : null;
    }

    private Dataset<Row> projects(SparkSession spark) {
        DataFrameReader reader =
                spark.read().option("mode", "PERMISSIVE").option("columnNameOfCorruptRecord", ScreeningSchema.CORRUPT);
        return switch (format) {
            case parquet -> reader.options(read).parquet(projects);
            case table -> spark.table(projects);
            // Reads numbers as texts, so that 40.10 does not become a double.
            case json -> reader.option("primitivesAsString", true).options(read).json(projects);
            case csv -> {
                DataFrameReader csv = reader.option("header", true).options(read);
                yield csv.schema(csv.csv(projects).schema().add(ScreeningSchema.CORRUPT, DataTypes.StringType, true))
                        .csv(projects);
            }
        };
    }

    private <T> DataFrameWriter<T> writer(Dataset<T> rows) {
        return rows.write().mode(overwrite ? SaveMode.Overwrite : SaveMode.ErrorIfExists);
    }

    private void write(SparkScreening.Result result, Observation rows) {
        Column count = functions.count(functions.lit(1)).as("rows");
        if (outputFormat == Output.json) {
            writer(result.lines().observe(rows, count)).text(output);
            return;
        }
        Dataset<Row> assessments = result.assessments().observe(rows, count);
        if (outputFormat == Output.table) {
            writer(assessments).saveAsTable(output);
        } else if (outputFormat == Output.parquet) {
            writer(assessments).parquet(output);
        } else {
            List<Column> cells = new ArrayList<>();
            addCells("", assessments.schema(), cells);
            writer(assessments.select(cells.toArray(new Column[0])))
                    .option("header", true)
                    .csv(output);
        }
    }

    /** Adds a cell per key, named by its path: lists of texts are separated by blanks, other lists are JSON. */
    private static void addCells(String path, StructType columns, List<Column> cells) {
        for (StructField field : columns.fields()) {
            String name = path + field.name();
            Column cell = functions.col(name);
            if (field.dataType() instanceof StructType inner) {
                addCells(name + ".", inner, cells);
            } else if (!(field.dataType() instanceof ArrayType list)) {
                cells.add(cell.as(name));
            } else if (list.elementType() instanceof StringType) {
                cells.add(functions.concat_ws(" ", cell).as(name));
            } else {
                cells.add(functions.to_json(cell).as(name));
            }
        }
    }
}
