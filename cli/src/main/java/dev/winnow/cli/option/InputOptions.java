package dev.winnow.cli.option;

import dev.winnow.cli.terminal.Exit;
import dev.winnow.cli.terminal.Refusal;
import dev.winnow.engine.AsOfPolicy;
import dev.winnow.engine.Matcher;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.report.internal.layout.Columns;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what is screened, by which pack, and as of which day. */
public final class InputOptions {

    private static final String AT_DECISIONS = "decision";

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

    /** The answers that are no document of a universe yet. */
    public List<Path> sheets() {
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

    /** The documents that the command line itself states. */
    public List<Node> documents() {
        return universes.documents();
    }

    /** Which facts the files of the universe may state. */
    public Vocabulary vocabulary(Shipped shipped) {
        return shipped.vocabulary(rules);
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
