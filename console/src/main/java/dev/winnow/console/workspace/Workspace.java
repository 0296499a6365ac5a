package dev.winnow.console.workspace;

import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.model.internal.declared.Declarations;
import dev.winnow.model.internal.declared.Fields;
import dev.winnow.model.internal.declared.Keys;
import dev.winnow.model.internal.declared.Shape;
import dev.winnow.model.source.Document;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.web.internal.journal.KeptWork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A workspace: a folder with {@code workspace.yaml}, lists of candidates, answers, unsaved rules and records. Its
 * settings name only files of the folder and shipped packs and universes, since it may come from a stranger. Immutable.
 */
public final class Workspace {

    /** The variable that names the workspace of a command that is not run in its folder. */
    public static final String VARIABLE = "WINNOW_WORKSPACE";

    private static final Declarations DECLARED = Declarations.beside(
            Workspace.class,
            Map.of("workspace", Message.of("workspace.yaml")),
            Map.of(
                    "languages",
                    Shape.words(facts -> languages()),
                    "uses",
                    Shape.words(facts ->
                            Stream.of(ListUse.values()).map(ListUse::word).toList())));

    /** The keys of its settings. */
    public static final Keys KEYS = DECLARED.of("workspace");

    private static final String RECORDS = "records.db";
    private static final String PANEL = "panel.yaml";

    private final Path folder;
    private final Fields settings;
    private final Language language;
    private final ListUse use;

    private Workspace(Path folder, Fields settings, Language language, ListUse use) {
        this.folder = folder;
        this.settings = settings;
        this.language = language;
        this.use = use;
    }

    private static List<String> languages() {
        return Stream.of(Language.values()).map(Language::tag).toList();
    }

    /** Whether a folder is a workspace. */
    public static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(KeptWork.SETTINGS));
    }

    /** Reads the settings of a workspace; refuses those that name anything outside it. */
    public static Workspace read(Path folder) {
        Path file = folder.resolve(KeptWork.SETTINGS);
        List<Problem> problems = new ArrayList<>();
        Node root = Document.read(file, problems);
        Fields settings = root == null ? null : KEYS.read(root, problems);
        Language language = Language.EN;
        ListUse use = ListUse.ASIDE;
        if (settings != null) {
            language = Language.of(word(settings, "language", languages(), Language.EN.tag()))
                    .orElseThrow();
            List<String> uses = Stream.of(ListUse.values()).map(ListUse::word).toList();
            String used = word(settings, "candidates", uses, ListUse.ASIDE.word());
            use = ListUse.valueOf(used.toUpperCase(Locale.ROOT));
            for (String key : List.of("pack", "universe", "panel")) {
                inside(folder, settings, key);
            }
        }
        for (String name : List.of(KeptWork.OWN, "lists", KeptWork.ANSWERS, KeptWork.DRAFTS, RECORDS)) {
            if (Files.isSymbolicLink(folder.resolve(name))) {
                problems.add(Problem.at(
                        Place.file(folder.resolve(name).toString()),
                        Message.of("a link; links are not allowed in a workspace")));
            }
        }
        if (settings == null || !problems.isEmpty()) {
            Problem first = problems.get(0);
            throw new Refusal(
                    Exit.PROBLEMS,
                    Message.of("%s: %s", first.place(), first.what().with(first.advice())));
        }
        return new Workspace(folder, settings, language, use);
    }

    private static String word(Fields settings, String key, List<String> words, String otherwise) {
        String word = settings.text(key, otherwise);
        if (words.contains(word)) {
            return word;
        }
        settings.report(
                key,
                Message.of("`%s` must be one of %s, found `%s`", key, Message.names(words), word),
                Nearest.advice(word, words));
        return otherwise;
    }

    /** Reports a path that leads out of the folder, also by a link. */
    private static void inside(Path folder, Fields settings, String key) {
        String word = settings.text(key);
        if (word == null) {
            return;
        }
        boolean within = false;
        try {
            Path path = folder.toAbsolutePath().resolve(word).normalize();
            within = !Path.of(word).isAbsolute()
                    && path.startsWith(folder.toAbsolutePath().normalize())
                    && (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)
                            || path.toRealPath().startsWith(folder.toRealPath()));
        } catch (IOException | InvalidPathException e) {
            // reported below
        }
        if (!within) {
            settings.report(
                    key,
                    Message.of("`%s` is not in the workspace", word),
                    Message.of("a workspace names only what is in its folder, or what ships with winnow"));
        }
    }

    /**
     * Returns the workspace in which a command runs: the folder that {@code WINNOW_WORKSPACE} names, otherwise the
     * current one.
     *
     * @return null if there is none
     */
    public static @Nullable Workspace here(@Nullable String named) {
        if (named != null && !named.isBlank()) {
            Path folder = Path.of(named);
            if (!isIn(folder)) {
                throw none(folder);
            }
            return read(folder);
        }
        return isIn(Path.of("")) ? read(Path.of("")) : null;
    }

    /** Returns the refusal of a folder that is no workspace. */
    public static Refusal none(Path folder) {
        return new Refusal(
                Exit.USAGE,
                Message.of("`%s` is no workspace: it has no `%s`", folder, KeptWork.SETTINGS)
                        .with(Message.of("make one with `%s`", "winnow init " + folder)));
    }

    public Path folder() {
        return folder;
    }

    /** Returns what people call it. */
    public String name() {
        return Objects.requireNonNull(settings.text("name"));
    }

    public Language language() {
        return language;
    }

    /** Returns how its lists are screened. */
    public ListUse use() {
        return use;
    }

    /** Whether it shows how winnow works, and nothing depends on it. */
    public boolean isExample() {
        return settings.value("example") != null;
    }

    /** Returns the place of its records, which need not exist yet. */
    public Path records() {
        return folder.resolve(RECORDS);
    }

    /** Returns its lists, if they are screened, sorted by name. */
    public List<Path> lists() {
        Path lists = folder.resolve(KeptWork.LISTS);
        if (use == ListUse.ASIDE || !Files.isDirectory(lists, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(lists)) {
            return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> !KeptWork.isPassedOver(file.getFileName().toString()))
                    .filter(file -> !file.toString().endsWith(".map.yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new Refusal(Exit.COULD_NOT_RUN, Message.of("cannot read `%s`: %s", lists, String.valueOf(e)));
        }
    }

    /** Returns the file of its answers; none if there is none. */
    public List<Path> answers() {
        Path file = folder.resolve(KeptWork.ANSWERS);
        return Files.isRegularFile(file) ? List.of(file) : List.of();
    }

    /**
     * Returns the value of an option that the command line does not give.
     *
     * @param option its long name, such as {@code --rules}
     * @param arguments the command line; with another universe, only the pack and the language of the workspace count
     * @return null for the default of the option
     */
    public @Nullable String value(String option, List<String> arguments) {
        return switch (option) {
            case "--rules" -> path("pack");
            case "--universe" -> path("universe");
            case "--as-of" -> ownUniverse(arguments) ? settings.text("as-of") : null;
            case "--answers" -> ownUniverse(arguments) ? existing(KeptWork.ANSWERS) : null;
            case "--panel" ->
                !ownUniverse(arguments) ? null : settings.text("panel") == null ? existing(PANEL) : path("panel");
            default -> null;
        };
    }

    /** Whether a command line names no universe, so that it screens that of the workspace. */
    public static boolean ownUniverse(List<String> arguments) {
        return arguments.stream()
                .noneMatch(
                        word -> word.startsWith("-u") || word.equals("--universe") || word.startsWith("--universe="));
    }

    private @Nullable String existing(String name) {
        Path file = folder.resolve(name);
        return Files.isRegularFile(file) ? file.toString() : null;
    }

    /** Returns the path or the name that a setting has. */
    private @Nullable String path(String key) {
        String word = settings.text(key);
        Path path = word == null ? null : folder.resolve(word);
        return path != null && Files.exists(path) ? path.toString() : word;
    }
}
