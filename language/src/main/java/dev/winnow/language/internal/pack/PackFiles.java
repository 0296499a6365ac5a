package dev.winnow.language.internal.pack;

import dev.winnow.language.PackException;
import dev.winnow.language.internal.syntax.Drl;
import dev.winnow.language.internal.vocabulary.FactTypes;
import dev.winnow.model.internal.assumption.Assumptions;
import dev.winnow.model.source.Document;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of a pack's folder, read once. Files that do not belong in a pack, or are not text, are refused before
 * parsing.
 */
public final class PackFiles {

    private static final int LARGEST = 512 * 1024;
    private static final long LARGEST_IN_ALL = 4 * 1024 * 1024;
    private static final int MOST_FILES = 200;
    private static final String CASES = "cases/";
    private static final Message TOO_LARGE = Message.of("the file is larger than %s", "512 KB");
    private static final List<String> FORMATS =
            List.of("pack.yaml", "limits.yaml", Vocabulary.FILE, Assumptions.FILE, "zh.yaml", "README.md");

    private final Path folder;
    private final Map<String, byte[]> contents = new TreeMap<>();
    /** The parsed YAML files by name, if they are kept for later readings; else null. */
    private @Nullable Map<String, ParsedYaml> parsed;

    private final Set<String> misnamed = new HashSet<>();
    private final Set<String> refused = new HashSet<>();
    private long inAll;
    private boolean tooLargeInAll;
    private @Nullable String digest;

    private PackFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * A YAML file that was parsed.
     *
     * @param content its bytes
     * @param root its content; null if it is unreadable
     * @param problems its problems, which are reported whenever it is read
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record ParsedYaml(byte[] content, @Nullable Node root, List<Problem> problems) {}

    /**
     * Reads the files of a folder.
     *
     * @throws PackException if the folder does not exist
     */
    public static PackFiles read(Path folder, List<Problem> problems) {
        PackFiles files = new PackFiles(folder);
        if (!Files.isDirectory(folder)) {
            Message what = Files.exists(folder)
                    ? Message.of("expected the folder of a rule pack, found a file")
                    : Message.of("rule pack not found");
            throw new PackException(List.of(Problem.at(Place.file(shown(folder)), what)));
        }
        files.take(folder, "", problems);
        return files;
    }

    /**
     * Reads the files of a folder, some replaced by unsaved texts.
     *
     * @param unsaved the texts by file name; names that do not belong in a pack, and texts that are too large, are
     *     reported
     * @throws PackException if the folder does not exist
     */
    public static PackFiles read(Path folder, Map<String, String> unsaved, List<Problem> problems) {
        PackFiles onDisk = read(folder, problems);
        Map<String, String> changed = new TreeMap<>();
        unsaved.forEach((name, text) -> {
            String path = onDisk.place(name).file();
            problems.removeIf(problem -> problem.place().file().equals(path));
            PackFiles one = of(folder.toString(), Map.of(name, text), problems);
            if (one.names().contains(name)) {
                changed.put(name, text);
            }
        });
        return onDisk.with(changed);
    }

    /**
     * Reads the files of a folder on the class path. Class loaders cannot list folders, so only the files that a pack
     * may have are read, with the rule files named in pack.yaml.
     *
     * @param loader finds the files
     * @param folder the folder, such as {@code rules/battery}
     * @param problems receives the problems of the files
     * @throws PackException if the folder has no pack.yaml
     */
    public static PackFiles read(ClassLoader loader, String folder, List<Problem> problems) {
        PackFiles files = new PackFiles(Path.of(folder.replaceAll("^/+|/+$", "")));
        for (String name : FORMATS) {
            files.takeResource(loader, name, problems);
        }
        if (files.lacks("pack.yaml")) {
            throw new PackException(
                    List.of(Problem.at(Place.file(shown(files.folder)), "rule pack not found on the class path")));
        }
        for (String name : files.ruleFiles()) {
            files.takeResource(loader, name + ".drl", problems);
            files.takeResource(loader, CASES + name + ".yaml", problems);
        }
        return files;
    }

    /** Returns the names of rule files in pack.yaml, whose problems are reported later. */
    private Set<String> ruleFiles() {
        List<Problem> later = new ArrayList<>();
        Set<String> names = new TreeSet<>();
        Node file = yaml("pack.yaml", later);
        if (file != null && file.isMap()) {
            for (Node criterion : file.list("criteria", later)) {
                Node id = criterion.get("id");
                names.add(id == null ? "" : id.text().strip());
            }
            file.list("conditions", later).forEach(node -> names.add(node.text().strip()));
        }
        names.removeIf(name -> !Drl.isName(name));
        return names;
    }

    private void takeResource(ClassLoader loader, String name, List<Problem> problems) {
        try (InputStream file = loader.getResourceAsStream(shown(folder) + "/" + name)) {
            if (file != null) {
                take(name, file.readNBytes(LARGEST + 1), problems);
            }
        } catch (IOException e) {
            refused.add(name);
            problems.add(Problem.at(place(name), "the file cannot be read"));
        }
    }

    private void take(Path at, String prefix, List<Problem> problems) {
        try (Stream<Path> list = Files.list(at)) {
            List<Path> paths = list.limit(MOST_FILES + 1L).sorted().toList();
            if (paths.size() > MOST_FILES) {
                problems.add(
                        Problem.at(place(prefix.replace("/", "")), "the folder holds more than %s files", MOST_FILES));
                return;
            }
            for (Path path : paths) {
                String name = prefix + String.valueOf(path.getFileName()).replace("/", "");
                if (!name.startsWith(".")) {
                    takeOne(mounted(path), name, problems);
                }
            }
        } catch (IOException e) {
            problems.add(Problem.at(place(prefix), "the folder cannot be read"));
        }
    }

    /**
     * Resolves a link into a hidden folder of the pack: Kubernetes mounts a ConfigMap as links into such a folder,
     * which it replaces as a whole. Any other link is returned as it is, and refused.
     */
    private Path mounted(Path path) {
        if (!Files.isSymbolicLink(path)) {
            return path;
        }
        try {
            Path whole = folder.toRealPath();
            Path target = path.toRealPath();
            return target.startsWith(whole)
                            && whole.relativize(target).toString().startsWith(".")
                    ? target
                    : path;
        } catch (IOException e) {
            return path; // the target does not exist
        }
    }

    private void takeOne(Path path, String name, List<Problem> problems) throws IOException {
        Problem refusal = refusal(path, name);
        if (refusal != null) {
            refused.add(name);
            problems.add(refusal);
        } else if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            take(path, CASES, problems);
        } else {
            try {
                open(path, name, problems);
            } catch (IOException e) {
                refused.add(name);
                problems.add(Problem.at(place(name), "the file cannot be read"));
            }
        }
    }

    /** Opens a file, unless it was replaced after the check. */
    private void open(Path path, String name, List<Problem> problems) throws IOException {
        byte[] content;
        // The file system of a jar has no links, and rejects the option not to follow them.
        boolean onDisk = FileSystems.getDefault().equals(path.getFileSystem());
        OpenOption[] how = onDisk ? new OpenOption[] {LinkOption.NOFOLLOW_LINKS} : new OpenOption[0];
        try (InputStream file = Files.newInputStream(path, how)) {
            content = file.readNBytes(LARGEST + 1);
        }
        take(name, content, problems);
    }

    private void take(String name, byte[] content, List<Problem> problems) {
        if (content.length <= LARGEST && inAll + content.length <= LARGEST_IN_ALL) {
            inAll += content.length;
            contents.put(name, content);
            return;
        }
        refused.add(name);
        if (content.length > LARGEST) {
            problems.add(Problem.at(place(name), TOO_LARGE));
        } else if (!tooLargeInAll) {
            tooLargeInAll = true;
            problems.add(Problem.at(place(""), "the files of the pack are larger than %s together", "4 MB"));
        }
    }

    /** Returns the reason for not opening a file; null if it may be opened. */
    private @Nullable Problem refusal(Path path, String name) throws IOException {
        if (Files.isSymbolicLink(path)) {
            return new Problem(
                    place(name),
                    Message.of("links are not allowed in a pack"),
                    0,
                    Message.of("copy the file itself here"));
        }
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            return name.equals("cases") ? null : Problem.at(place(name), "a pack has no folder but `%s`", "cases");
        }
        if (!belongs(name)) {
            String meant = meant(name);
            misnamed.add(String.valueOf(meant));
            ForbiddenFile forbidden = ForbiddenFile.of(name);
            if (forbidden != null) {
                return new Problem(place(name), forbidden.what(), 0, forbidden.advice());
            }
            return new Problem(
                    place(name),
                    Message.of("this is not allowed in a pack"),
                    0,
                    meant != null
                            ? Message.of("did you mean `%s`?", meant)
                            : Message.of(
                                    "a pack contains pack.yaml, limits.yaml, vocabulary.yaml, assumptions.yaml, `%s`"
                                            + " files, zh.yaml, README.md and cases/*.yaml",
                                    ".drl"));
        }
        if (!Files.isRegularFile(path)) {
            return Problem.at(place(name), "this is not an ordinary file");
        }
        return Files.size(path) > LARGEST ? Problem.at(place(name), TOO_LARGE) : null;
    }

    private static boolean belongs(String name) {
        return name.startsWith(CASES)
                ? name.endsWith(".yaml") && name.indexOf('/', 6) < 0
                : FORMATS.contains(name) || name.endsWith(".drl");
    }

    /** Returns the likely intended name of an unexpected file; null if none is likely. */
    private static @Nullable String meant(String name) {
        return name.startsWith(CASES) && name.endsWith(".yml")
                ? name.substring(0, name.length() - 4) + ".yaml"
                : Nearest.of(name, FORMATS);
    }

    /** Whether a file is missing, and no file with a similar name has been reported. */
    public boolean lacks(String name) {
        return !contents.containsKey(name) && !refused.contains(name) && !misnamed.contains(name);
    }

    private static String shown(Path path) {
        return path.toString().replace('\\', '/');
    }

    public Place place(String name) {
        return Place.file(name.isEmpty() ? shown(folder) : shown(folder) + "/" + name);
    }

    public String folderName() {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return name == null ? "" : name.toString().replace("/", "");
    }

    /** Returns the names of refused files, which have been reported. */
    Set<String> refused() {
        return refused;
    }

    /** Returns the names of the files that were read, sorted. */
    public List<String> names() {
        return List.copyOf(contents.keySet());
    }

    /** Reads a YAML file; null if it is missing, or unreadable, which is reported. */
    public @Nullable Node yaml(String name, List<Problem> problems) {
        byte[] content = contents.get(name);
        if (content == null) {
            return null;
        }
        Map<String, ParsedYaml> kept = parsed;
        ParsedYaml known =
                kept == null ? parse(name, content) : kept.computeIfAbsent(name, unused -> parse(name, content));
        problems.addAll(known.problems());
        return known.root();
    }

    /** Starts to parse the cases on other processors; it takes longer than checking the rules. */
    public void parseCasesAhead() {
        Map<String, ParsedYaml> kept = parsed == null ? new ConcurrentHashMap<>() : parsed;
        parsed = kept;
        contents.forEach((name, content) -> {
            if (name.startsWith(CASES)) {
                ForkJoinPool.commonPool().execute(() -> kept.computeIfAbsent(name, unused -> parse(name, content)));
            }
        });
    }

    private ParsedYaml parse(String name, byte[] content) {
        List<Problem> problems = new ArrayList<>();
        Node root = Document.parse(place(name).file(), content, problems);
        boolean guarded = root == null || YamlGuard.check(root, problems);
        return new ParsedYaml(content, guarded ? root : null, problems);
    }

    /**
     * Keeps parsed YAML files, so that each is parsed once until it changes: editors read a pack after every keystroke.
     *
     * @param earlier an earlier reading of the same folder, whose parsed files are taken over; null if there is none
     */
    public PackFiles keepingParsed(@Nullable PackFiles earlier) {
        PackFiles files = with(Map.of());
        Map<String, ParsedYaml> kept = new ConcurrentHashMap<>();
        files.parsed = kept;
        if (earlier != null && earlier.parsed != null) {
            earlier.parsed.forEach((name, one) -> {
                if (Arrays.equals(one.content(), contents.get(name))) {
                    files.contents.put(name, one.content());
                    kept.put(name, one);
                }
            });
        }
        return files;
    }

    /** Returns the fact types that the rules may match: those of the core and of vocabulary.yaml. */
    public FactTypes types(List<Problem> problems) {
        Node root = yaml(Vocabulary.FILE, problems);
        return FactTypes.of(root == null ? Vocabulary.core() : Vocabulary.of(root, problems));
    }

    /** Returns the text of a rule file; null if it is missing or refused. */
    public @Nullable String rules(String name, List<Problem> problems) {
        byte[] content = contents.get(name);
        if (content == null) {
            return null;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return TextGuard.check(place(name).file(), text, problems);
        } catch (CharacterCodingException e) {
            problems.add(new Problem(
                    place(name), Message.of("the file is not UTF-8 text"), 0, Message.of("save the file as UTF-8")));
            return null;
        }
    }

    /** Returns the text of a file including its line ends; null if it is missing, refused, or not UTF-8. */
    public @Nullable String raw(String name) {
        byte[] content = contents.get(name);
        if (content == null) {
            return null;
        }
        String text = new String(content, StandardCharsets.UTF_8);
        return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), content) ? text : null;
    }

    /** Returns a copy with the contents of some files replaced. */
    public PackFiles with(Map<String, String> changed) {
        PackFiles files = new PackFiles(folder);
        files.contents.putAll(contents);
        changed.forEach((name, text) -> files.contents.put(name, text.getBytes(StandardCharsets.UTF_8)));
        files.misnamed.addAll(misnamed);
        files.refused.addAll(refused);
        return files;
    }

    /** Returns the files of a pack that is not in a folder, by name. Files that do not belong in a pack are refused. */
    public static PackFiles of(String name, Map<String, String> texts, List<Problem> problems) {
        PackFiles files = new PackFiles(Path.of(name));
        new TreeMap<>(texts).forEach((file, text) -> {
            byte[] content = text.getBytes(StandardCharsets.UTF_8);
            if (!belongs(file)) {
                files.refused.add(file);
                problems.add(Problem.at(files.place(file), "this is not allowed in a pack"));
            } else if (content.length > LARGEST || files.inAll + content.length > LARGEST_IN_ALL) {
                files.refused.add(file);
                problems.add(Problem.at(files.place(file), TOO_LARGE));
            } else {
                files.inAll += content.length;
                files.contents.put(file, content);
            }
        });
        return files;
    }

    /** Returns an empty set of files for a folder that does not exist yet. */
    public static PackFiles none(Path folder) {
        return new PackFiles(folder);
    }

    /** Returns the path of a file, which need not exist. */
    public Path path(String name) {
        return folder.resolve(name);
    }

    /** Returns the SHA-256 of names and contents. */
    public String digest() {
        String known = digest;
        if (known == null) {
            known = digested();
            digest = known;
        }
        return known;
    }

    private String digested() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            contents.forEach((name, content) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(ByteBuffer.allocate(4).putInt(content.length).array());
                digest.update(content);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
