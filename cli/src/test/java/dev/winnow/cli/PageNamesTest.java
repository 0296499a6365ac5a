package dev.winnow.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages that describe the code name only types, packages and files that exist. */
class PageNamesTest {

    private static final Pattern CODE = Pattern.compile("(?ms)^ *```.*?^ *```$");
    private static final Pattern NAME = Pattern.compile("`([^`\n]+)`");
    private static final Pattern TYPE = Pattern.compile("((?:[a-z]\\w*\\.)*)([A-Z][a-z]\\w*)(?:\\.\\w+)*(?:\\(\\))?");
    private static final Pattern PACKAGE = Pattern.compile("([a-z]+)(?:\\.[a-z]+)+");
    private static final Pattern FILE =
            Pattern.compile("[\\w./…*-]*/[\\w./…*-]+|[\\w-]+\\.(?:yaml|md|txt|js|json|jte|drl|xml|options)");
    private static final Pattern DECLARED =
            Pattern.compile("(?m)^[\\w@\\t (){}\",.-]*\\b(?:class|record|interface|enum) ([A-Z]\\w*)");
    private static final Pattern IMPORTED = Pattern.compile("(?m)^import (?:static )?[a-z_\\w.]*?([A-Z]\\w*)");

    private static final Source SOURCE = Source.read();

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> decisions = Files.list(Run.HOME.resolve("docs/decisions"))) {
            return Stream.concat(
                    Stream.of(Run.HOME.resolve("docs/walk.md"), Run.HOME.resolve("CONTRIBUTING.md")),
                    decisions.sorted().toList().stream());
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyNameExists(Path page) throws IOException {
        String text = CODE.matcher(Files.readString(page)).replaceAll("");
        if (page.endsWith("CONTRIBUTING.md")) {
            text = text.lines().filter(line -> line.startsWith("|")).collect(joining("\n"));
        }
        List<String> names =
                NAME.matcher(text).results().map(name -> name.group(1)).toList();
        assertThat(names.stream().filter(name -> !SOURCE.has(name)).distinct())
                .as("%s names", page)
                .isEmpty();
    }

    @Test
    void theListOfModulesIsComplete() throws IOException {
        String page = Files.readString(Run.HOME.resolve("CONTRIBUTING.md"));
        String pom = Files.readString(Run.HOME.resolve("pom.xml"));
        Set<String> missing = new TreeSet<>();
        Matcher module = Pattern.compile("<module>([^<]+)</module>").matcher(pom);
        while (module.find()) {
            String name = module.group(1).replaceFirst("^features/", "").replaceFirst("/.*", "");
            if (!Pattern.compile("(?m)^" + name + " |`" + name + "`")
                    .matcher(page)
                    .find()) {
                missing.add(name);
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void unknownNamesAreFound() {
        assertThat(Stream.of("NoSuchType", "score.Screener", "engine.nothing", "engine/nothing", "nothing.yaml"))
                .noneMatch(SOURCE::has);
        assertThat(Stream.of("Screener", "engine.Screener", "Runtime.halt", "engine.join", "features/*", "core.yaml"))
                .allMatch(SOURCE::has);
    }

    /**
     * The names in the checkout.
     *
     * @param files all files, relative, with {@code /}
     * @param types declared types behind their package, without {@code internal}
     * @param imported simple names of types that any source imports
     */
    private record Source(List<String> files, Set<String> types, Set<String> imported) {

        boolean has(String name) {
            Matcher type = TYPE.matcher(name);
            if (type.matches()) {
                return hasType(plain(type.group(1)), type.group(2));
            }
            if (FILE.matcher(name).matches() && !isPackage(name)) {
                String path = Stream.of(name.replace("./", "").split("[…*]", -1))
                        .map(Pattern::quote)
                        .collect(joining(".*"));
                Pattern pattern = Pattern.compile("(?:.*/)?" + path + "(?:/.*)?");
                return files.stream().anyMatch(file -> pattern.matcher(file).matches());
            }
            Matcher room = PACKAGE.matcher(name);
            return !room.matches()
                    || !Files.exists(Run.HOME.resolve(room.group(1)).resolve("pom.xml"))
                    || isPackage(name);
        }

        private boolean hasType(String room, String type) {
            return types.stream().anyMatch(known -> known.endsWith("." + room + type))
                    || room.isEmpty() && (imported.contains(type) || isOfJava(type));
        }

        private boolean isPackage(String name) {
            return types.stream().anyMatch(known -> known.contains("." + plain(name) + "."));
        }

        private static boolean isOfJava(String type) {
            try {
                Class.forName("java.lang." + type);
                return true;
            } catch (ClassNotFoundException e) {
                return false;
            }
        }

        private static String plain(String room) {
            return room.replace("internal.", "").replace(".internal", "");
        }

        static Source read() {
            Source source = new Source(new ArrayList<>(), new HashSet<>(), new HashSet<>());
            try {
                Files.walkFileTree(Run.HOME, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                        return Set.of("target", "node_modules", ".git", ".winnow")
                                        .contains(folder.getFileName().toString())
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                        source.add(file);
                        return FileVisitResult.CONTINUE;
                    }
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return source;
        }

        private void add(Path file) throws IOException {
            String path = Run.HOME.relativize(file).toString().replace('\\', '/');
            files.add(path);
            if (path.endsWith(".java")) {
                String text = Files.readString(file);
                String room = plain(path.replaceFirst(".*/java/", "")
                        .replaceFirst("/[^/]*$", "")
                        .replace('/', '.'));
                DECLARED.matcher(text).results().forEach(type -> types.add(room + "." + type.group(1)));
                IMPORTED.matcher(text).results().forEach(type -> imported.add(type.group(1)));
            }
        }
    }
}
