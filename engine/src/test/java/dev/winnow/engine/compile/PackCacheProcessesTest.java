package dev.winnow.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.winnow.engine.FilledCache;
import dev.winnow.engine.RulePack;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many processes share a cache, of the same and of other code and Java; each gets what it gets without one. */
class PackCacheProcessesTest extends FilledCache {

    private static final java.util.regex.Pattern JAVA_VERSION =
            java.util.regex.Pattern.compile("JAVA_VERSION=\"(\\d+)");

    private Process child(List<String> before, String classPath, String... arguments) throws IOException {
        return child(Path.of(System.getProperty("java.home"), "bin", "java").toString(), before, classPath, arguments);
    }

    private Process child(String java, List<String> before, String classPath, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                java,
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Xshare:auto",
                "-cp",
                classPath,
                CacheRun.class.getName(),
                folder.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private Process screening(List<String> before, String classPath) throws IOException {
        return child(
                before,
                classPath,
                bakery.toString(),
                Path.of("..", "seeds", "illustrative").toString());
    }

    private static String firstLine(Process process) throws IOException {
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            return String.valueOf(out.readLine());
        }
    }

    @Test
    void twentyProcessesAtOnceOnAnEmptyCacheAreAllRight() throws Exception {
        cache.clear();
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            processes.add(screening(List.of(), classPath()));
        }
        for (Process process : processes) {
            assertThat(firstLine(process)).isEqualTo(expected);
            assertThat(process.waitFor()).isZero();
        }
        assertThat(list(folder)).hasSize(5).allMatch(file -> file.toString().endsWith(".rules"));
        assertThat(screened()).isEqualTo(expected);
    }

    private List<Path> drafts() throws IOException {
        return list(folder).stream()
                .filter(file -> !file.toString().endsWith(".rules"))
                .toList();
    }

    @Test
    void killedInTheMiddleOfWritingNothingHalfIsRead() throws Exception {
        List<Digest> keys = List.of(Digest.of("key 0"), Digest.of("key 1"));
        for (int i = 0; i < 12; i++) {
            int before = drafts().size();
            Process writer = child(List.of(), classPath(), "write");
            assertThat(firstLine(writer)).isEqualTo("written");
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
            while (drafts().size() <= before && System.nanoTime() - end < 0) {
                Thread.onSpinWait();
            }
            writer.destroyForcibly().waitFor();
            for (Digest key : keys) {
                if (Files.exists(folder.resolve(key + ".rules"))) {
                    assertThat(cache.find(key)).isNotNull();
                }
            }
        }
        assertThat(drafts()).as("some were killed while they wrote").isNotEmpty();
        FileTime old = FileTime.from(Instant.now().minus(Duration.ofHours(2)));
        for (Path file : list(folder)) {
            Files.setLastModifiedTime(file, old);
        }
        cache.keep(keys.get(0), new CompiledRules(List.of(), Map.of()));
        assertThat(list(folder)).allMatch(file -> file.toString().endsWith(".rules"));
        assertThat(screened()).isEqualTo(expected);
    }

    /** No file may grow beyond 4 KB: writing fails in the middle, as on a full disk. */
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aDiskThatIsFullIsDoneWithout() throws Exception {
        cache.clear();
        Process process = screening(List.of("bash", "-c", "ulimit -f 4; exec \"$@\"", "bash"), classPath());
        assertThat(firstLine(process)).isEqualTo(expected);
        assertThat(process.waitFor()).isZero();
        assertThat(list(folder)).as("only that the pack is good fits").hasSize(1);
    }

    /** The folder of the engine's classes. */
    private static Path engine() throws Exception {
        Path engine = Path.of(Scorecard.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        assumeTrue(Files.isDirectory(engine));
        return engine;
    }

    /** Screens with the engine from another place in front of the class path. */
    private void screensWith(Path engine) throws Exception {
        Process process = screening(List.of(), engine + java.io.File.pathSeparator + classPath());
        assertThat(firstLine(process)).isEqualTo(expected);
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void otherCodeFindsNothingThatThisCodeMade() throws Exception {
        Path engine = engine();
        Path copy = temporary.resolve("classes");
        try (Stream<Path> files = Files.walk(engine)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(engine.relativize(file).toString()));
            }
        }
        Files.writeString(copy.resolve(RulePack.class.getPackageName().replace('.', '/') + "/more.txt"), "more");
        screensWith(copy);
        assertThat(list(folder)).hasSize(10);
    }

    /** The engine's classes and one more file, as a jar. */
    private Path jar(String name, String more) throws Exception {
        Path engine = engine();
        Path jar = temporary.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(engine)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new ZipEntry(engine.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
            }
            out.putNextEntry(new ZipEntry("more.txt"));
            out.write(more.getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }

    @Test
    void aJarOfWhichOneByteChangedFindsNothingThatItMadeBefore() throws Exception {
        cache.clear();
        screensWith(jar("engine.jar", "a"));
        assertThat(list(folder)).hasSize(5);
        screensWith(jar("engine.jar", "a"));
        assertThat(list(folder)).as("the same jar finds all").hasSize(5);
        screensWith(jar("engine.jar", "b"));
        assertThat(list(folder)).hasSize(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"17.0.99+1", "26+1"})
    void anotherJavaFindsNothingThatThisOneMade(String version) throws IOException {
        String java = CodeEdition.java().replaceFirst("^\\S+", version);
        cache = cache.on(java);
        assertThat(screened()).isEqualTo(expected);
        assertThat(written()).hasSize(5);
        assertThat(list(folder)).hasSize(10);

        assertThat(screened()).isEqualTo(expected);
        assertThat(list(folder)).as("what it made itself it finds").hasSize(10);
    }

    @Test
    void theSameVersionOfAnotherVendorFindsNothingEither() throws IOException {
        cache = cache.on(CodeEdition.java() + " and Friends");
        assertThat(screened()).isEqualTo(expected);
        assertThat(written()).hasSize(5);
    }

    @Test
    void anotherJavaThatIsThereFindsNothingThatThisOneMade() throws Exception {
        String other = otherJava();
        assumeTrue(other != null, "there is one Java");
        Process process = child(
                other,
                List.of(),
                classPath(),
                bakery.toString(),
                Path.of("..", "seeds", "illustrative").toString());
        assertThat(firstLine(process)).isEqualTo(expected);
        assertThat(process.waitFor()).isZero();
        assertThat(list(folder)).hasSize(10);
        assertThat(screened()).isEqualTo(expected);
        assertThat(written()).as("what this one made stands beside it").hasSize(5);
    }

    /** A Java of another version, where Linux keeps them; null if there is none. */
    private static @Nullable String otherJava() throws IOException {
        Path all = Path.of("/usr/lib/jvm");
        for (Path home : Files.isDirectory(all) ? list(all) : List.<Path>of()) {
            Path release = home.resolve("release");
            Path java = home.resolve("bin").resolve("java");
            if (Files.isRegularFile(release) && Files.isExecutable(java)) {
                java.util.regex.Matcher version = JAVA_VERSION.matcher(Files.readString(release));
                if (version.find()
                        && Integer.parseInt(version.group(1)) >= 17
                        && Integer.parseInt(version.group(1))
                                != Runtime.version().feature()) {
                    return java.toString();
                }
            }
        }
        return null;
    }
}
