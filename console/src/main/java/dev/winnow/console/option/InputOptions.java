package dev.winnow.console.option;

import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.console.workspace.Workspace;
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
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that name the universe, the pack and the day of judgement. */
public final class InputOptions {

    private static final String AT_DECISIONS = "decision";
    private static final List<ServiceLoader.Provider<Input>> INPUTS =
            ServiceLoader.load(Input.class).stream().toList();

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

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
            description = "Judge by the facts known on this day, or for each project on the day of its decision. "
                    + "Default: the universe’s day, including facts learnt later.")
    private @Nullable String asOf;

    @Mixin
    private final AssumeOption assume = new AssumeOption();

    @Option(
            names = "--answers",
            paramLabel = "FILE",
            description = "Answers to the questions of `winnow ask`, added to the universe: .xlsx, .csv, .md or "
                    + ".json as returned, or .yaml as `winnow answers -o` writes it; may be repeated.")
    private final List<String> answers = new ArrayList<>();

    private final List<Input> inputs;

    @Mixin
    private final CommandSpec further;

    public InputOptions() {
        this(INPUTS.stream().map(ServiceLoader.Provider::get).toList());
    }

    /** Creates the options with those of some further sources. */
    InputOptions(List<Input> inputs) {
        this.inputs = inputs;
        this.further = CommandSpec.create();
        inputs.forEach(input -> further.addMixin(input.option(), CommandSpec.forAnnotatedObject(input)));
    }

    /** Returns the source of further statements that the command line names; null for none. Refuses a second. */
    public @Nullable Input further() {
        List<Input> given = inputs.stream().filter(Input::isGiven).toList();
        if (given.size() > 1) {
            throw new Refusal(
                    Exit.USAGE,
                    Message.of(
                            "`%s` cannot be combined with `%s`",
                            given.get(0).option(), given.get(1).option()));
        }
        return given.isEmpty() ? null : given.get(0);
    }

    /** Returns the workspace whose lists are screened; null if the command runs in none, or names a universe. */
    public @Nullable Workspace workspace() {
        return WorkspaceDefaults.of(command);
    }

    /** Returns the answer files other than YAML documents. */
    public List<Path> sheets() {
        return answers.stream()
                .filter(file -> !isDocument(file))
                .map(Shipped::path)
                .toList();
    }

    private static boolean isDocument(String file) {
        return file.toLowerCase(Locale.ROOT).matches(".*\\.ya?ml");
    }

    /** Whether any answers are given. */
    public boolean anyAnswers() {
        return !answers.isEmpty();
    }

    /** Returns the folder of the pack. */
    public Path packFolder(Shipped shipped) {
        return shipped.find(Shipped.Kind.RULES, rules);
    }

    /** Returns the value of {@code --as-of}; null for the day of the universe. */
    public @Nullable String asOf() {
        return asOf;
    }

    /** Returns the {@code --assume} option. */
    public AssumeOption assume() {
        return assume;
    }

    /** Returns the evaluator of the rules. */
    public Matcher matcher() {
        return evaluator.matcher();
    }

    /** Returns the day of judgement. */
    public AsOfPolicy asOfPolicy() {
        return asOfPolicy(asOf);
    }

    /** Returns the files and folders of the universe. */
    public Path[] paths(Shipped shipped) {
        return Stream.concat(
                        Stream.of(universes.paths(shipped)),
                        answers.stream().filter(InputOptions::isDocument).map(Shipped::path))
                .toArray(Path[]::new);
    }

    /** Returns the documents that the command line states, such as rates. */
    public List<Node> documents() {
        return universes.documents();
    }

    /** Returns the facts that the files of the universe may state. */
    public Vocabulary vocabulary(Shipped shipped) {
        return shipped.vocabulary(rules);
    }

    /** Returns the day of judgement for a value of {@code --as-of}. */
    public static AsOfPolicy asOfPolicy(@Nullable String asOf) {
        return asOf == null
                ? AsOfPolicy.ofUniverse()
                : asOf.equals(AT_DECISIONS) ? AsOfPolicy.ofDecisions() : AsOfPolicy.on(day(asOf));
    }

    /**
     * Returns the day that counts as today.
     *
     * @param word a day; null for the day of this machine
     */
    public static LocalDate today(@Nullable String word) {
        return word == null ? LocalDate.now(ZoneId.systemDefault()) : day(word);
    }

    /** Parses a day on the command line. */
    public static LocalDate day(String word) {
        try {
            return LocalDate.parse(word);
        } catch (DateTimeParseException e) {
            throw new Refusal(
                    Exit.USAGE,
                    Message.of("`%s` is not a date", Columns.clean(word)).with(meant(word)));
        }
    }

    /** Suggests the likely day, which is the last one of a year or a month; otherwise explains the format. */
    private static Message meant(String text) {
        try {
            if (text.matches("\\d{4}")) {
                return Message.of("did you mean `%s`?", text + "-12-31");
            }
            String month = text.matches("\\d{4}-\\d{2}-\\d{2}") ? text.substring(0, 7) : text;
            return Message.of("did you mean `%s`?", YearMonth.parse(month).atEndOfMonth());
        } catch (DateTimeParseException e) {
            String nearest = Nearest.of(text, List.of(AT_DECISIONS));
            return nearest != null
                    ? Message.of("did you mean `%s`?", nearest)
                    : Message.of("write a date as year, month and day, such as `%s`", "2024-06-30");
        }
    }
}
