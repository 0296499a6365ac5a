package dev.winnow.cli.option;

import dev.winnow.cli.terminal.Exit;
import dev.winnow.cli.terminal.Notices;
import dev.winnow.cli.terminal.ProgressLine;
import dev.winnow.cli.terminal.Refusal;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.engine.evaluate.AsOfPolicy;
import dev.winnow.engine.evaluate.Matcher;
import dev.winnow.language.pack.PackException;
import dev.winnow.model.assumption.Assumptions;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.report.layout.Columns;
import dev.winnow.tables.Tables;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what is screened, by which pack, and as of which day. */
public final class InputOptions {

    private static final String AT_DECISIONS = "decision";

    private final Packs packs;

    @Mixin
    private final UniverseOption universes = new UniverseOption();

    @Option(
            names = {"-r", "--rules"},
            paramLabel = "PATH",
            description = "Folder of a rule pack, or the name of a shipped one. Default: " + Shipped.DEFAULT + ".")
    private @Nullable String rules;

    @Mixin
    private final EvaluatorOption evaluator = new EvaluatorOption();

    @Option(
            names = "--as-of",
            paramLabel = "DATE|decision",
            description = "Judge by what was known that day, or for each project on the day of its decision."
                    + " Default: the universe’s day, with what was learnt afterwards.")
    private @Nullable String asOf;

    @Mixin
    private final AssumeOption assume = new AssumeOption();

    @Option(
            names = "--answers",
            paramLabel = "FILE",
            description =
                    "Answers to questions of `winnow ask`, laid over the universe: .xlsx, .csv, .md or .json as they"
                            + " come back, or .yaml as `winnow answers -o` writes them; may be repeated.")
    private final List<String> answers = new ArrayList<>();

    public InputOptions(Packs packs) {
        this.packs = packs;
    }

    /**
     * Reads and screens. Problems and notes are reported; a universe with problems is screened as far as it can be
     * read.
     *
     * @param projects words that name projects, or files of own candidates
     * @param choice adds those to the universe, and says what of it is asked for
     */
    public ScreeningResult screen(
            Shipped shipped, Notices notices, List<String> projects, Function<Universe, Candidates> choice) {
        return screened(shipped, notices, projects, choice).result();
    }

    /**
     * A screening with what was screened.
     *
     * @param candidates the universe, and what of it was asked for
     * @param result what came of it
     */
    public record Screened(Candidates candidates, ScreeningResult result) {}

    /** The same, with the universe that was screened. */
    public Screened screened(
            Shipped shipped, Notices notices, List<String> projects, Function<Universe, Candidates> choice) {
        AsOfPolicy asOfPolicy = asOfPolicy();
        matcher(); // refused before anything is read
        Path[] paths = paths(shipped);
        List<Problem> notes = new ArrayList<>();
        boolean documents = answers.isEmpty()
                && Stream.of(paths).noneMatch(Tables::isTable)
                && projects.stream().noneMatch(Candidates::isFile);
        BackgroundTask<Universe> reading = BackgroundTask.of(
                () -> documents ? Universe.read(Vocabulary.core(), paths) : given(shipped, notes, paths));
        RulePack pack = pack(shipped, notices);
        Universe universe = documents
                ? GivenUniverse.with(reading.get(), packs(pack), () -> shipped.vocabulary(rules))
                : reading.get();
        notices.notes(documents ? universe.notes() : notes);
        if (pack == null) {
            notices.problems(universe.problems());
            throw new Refusal(notices.finish(Message.of("nothing was screened")));
        }
        Candidates candidates = chosen(universe, choice, notices);
        try {
            Assumptions assumptions = assumptions(candidates.universe(), asOfPolicy, notices);
            ScreeningRequest request = request(pack, candidates.universe(), assumptions)
                    .asking(candidates.projects(), candidates.cities());
            try (ProgressLine progress = notices.progress()) {
                return new Screened(candidates, request.screen(progress::show));
            }
        } catch (PackException e) {
            notices.problems(e.problems());
            throw new Refusal(notices.finish(Message.of("nothing was screened")));
        }
    }

    /** What is assumed for this run. What changes nothing is told. */
    public Assumptions assumptions(Universe universe, AsOfPolicy asOfPolicy, Notices notices) {
        return assume.read(List.of(universe), asOfPolicy, notices);
    }

    /** What is assumed for this run. */
    public Assumptions assumptions(Universe universe) {
        return assume.read(List.of(universe));
    }

    private Universe given(Shipped shipped, List<Problem> notes, Path... paths) {
        return answered(GivenUniverse.read(shipped.vocabulary(rules), notes::addAll, paths));
    }

    /** The universe, without reading the pack; notes on its files are reported. */
    public Universe universe(Shipped shipped, Notices notices) {
        List<Problem> notes = new ArrayList<>();
        Universe universe = given(shipped, notes, paths(shipped));
        notices.notes(notes);
        return universe;
    }

    /**
     * The universe to be judged by a pack that was read; notes on its files are reported.
     *
     * @param pack null if it cannot be used
     */
    public Universe universe(@Nullable RulePack pack, Shipped shipped, Notices notices) {
        List<Problem> notes = new ArrayList<>();
        Universe universe = answered(
                GivenUniverse.read(packs(pack), () -> shipped.vocabulary(rules), notes::addAll, paths(shipped)));
        notices.notes(notes);
        return universe;
    }

    private static List<RulePack> packs(@Nullable RulePack pack) {
        return pack == null ? List.of() : List.of(pack);
    }

    /** The answers that are no document of a universe yet. */
    private List<Path> sheets() {
        return answers.stream()
                .filter(file -> !isDocument(file))
                .map(Shipped::path)
                .toList();
    }

    private static boolean isDocument(String file) {
        return file.toLowerCase(Locale.ROOT).matches(".*\\.ya?ml");
    }

    /** Whether answers are laid over the universe. */
    public boolean anyAnswers() {
        return !answers.isEmpty();
    }

    /** A universe with the answers laid over it that are no document of one yet. */
    public Universe answered(Universe universe) {
        return sheets().isEmpty() ? universe : GivenUniverse.with(universe, sheets());
    }

    /** The folder of the pack. */
    public Path packFolder(Shipped shipped) {
        return shipped.find(Shipped.Kind.RULES, rules);
    }

    /** The day as of which is judged, as it was given; null for the universe's own. */
    public @Nullable String asOf() {
        return asOf;
    }

    /** What is assumed for this run, as it was given. */
    public AssumeOption assume() {
        return assume;
    }

    /** What runs the rules. */
    public Matcher matcher() {
        return evaluator.matcher();
    }

    /** When candidates are judged. */
    public AsOfPolicy asOfPolicy() {
        return asOfPolicy(asOf);
    }

    /** What the universe is read from. */
    public Path[] paths(Shipped shipped) {
        return Stream.concat(
                        Stream.of(universes.paths(shipped)),
                        answers.stream().filter(InputOptions::isDocument).map(Shipped::path))
                .toArray(Path[]::new);
    }

    /** What these options ask to be screened. */
    public ScreeningRequest request(RulePack pack, Universe universe, Assumptions assumptions) {
        return ScreeningRequest.of(pack, universe)
                .at(asOfPolicy())
                .assuming(assumptions)
                .by(matcher());
    }

    /** Which facts the files of the universe may state. */
    public Vocabulary vocabulary(Shipped shipped) {
        return shipped.vocabulary(rules);
    }

    /** The pack; null if it cannot be used, which is reported. */
    public @Nullable RulePack pack(Shipped shipped, Notices notices) {
        try {
            RulePack pack = packs.load(shipped.find(Shipped.Kind.RULES, rules))
                    .inLanguage(notices.wording().language());
            notices.unspoken(pack);
            return pack;
        } catch (PackException e) {
            notices.problems(e.problems());
            return null;
        }
    }

    private static Candidates chosen(Universe universe, Function<Universe, Candidates> choice, Notices notices) {
        try {
            Candidates candidates = choice.apply(universe);
            notices.problems(candidates.universe().problems());
            notices.notes(candidates.notes());
            notices.conflicts(candidates.universe().conflicts());
            return candidates;
        } catch (Refusal e) {
            notices.problems(universe.problems());
            throw e;
        }
    }

    /** When candidates are judged, by the word of {@code --as-of}. */
    public static AsOfPolicy asOfPolicy(@Nullable String asOf) {
        return asOf == null
                ? AsOfPolicy.ofUniverse()
                : asOf.equals(AT_DECISIONS) ? AsOfPolicy.ofDecisions() : AsOfPolicy.on(day(asOf));
    }

    /** A word of the command line as a day. */
    public static LocalDate day(String word) {
        try {
            return LocalDate.parse(word);
        } catch (DateTimeParseException e) {
            throw new Refusal(
                    Exit.USAGE,
                    Message.of("`%s` is no day", Columns.clean(word)).with(meant(word)));
        }
    }

    /** The day that was probably meant: the last one of a year or a month; else how a day is written. */
    private static Message meant(String text) {
        try {
            if (text.matches("\\d{4}")) {
                return Message.of("maybe `%s`?", text + "-12-31");
            }
            String month = text.matches("\\d{4}-\\d{2}-\\d{2}") ? text.substring(0, 7) : text;
            return Message.of("maybe `%s`?", YearMonth.parse(month).atEndOfMonth());
        } catch (DateTimeParseException e) {
            String nearest = Nearest.of(text, List.of(AT_DECISIONS));
            return nearest != null
                    ? Message.of("maybe `%s`?", nearest)
                    : Message.of("write year, month and day, such as `%s`", "2024-06-30");
        }
    }
}
