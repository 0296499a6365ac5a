package dev.winnow.workbench.internal.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.Bakery;
import dev.winnow.engine.HostileFiles;
import dev.winnow.model.Crowd;
import dev.winnow.model.Fixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Packs written with bad intent. Each is loaded, tested, screened and compiled in a separate JVM with 512 MB, which is
 * watched for its effort, its messages, and changes to files, sockets, processes, threads and settings. The expected
 * messages of a pack are in its file in {@code hostile} ({@link Fixture}); with {@code -Dwinnow.update=true} they are
 * rewritten.
 */
class HostilePacksTest {

    private static final Path HOSTILE = Path.of("src/test/resources/hostile");
    private static final Path BENIGN = Path.of("src/test/resources/benign");
    private static final String HARMLESS = "within the law, and harmless";
    /** Maximum effort of a pack, in allocated megabytes: time would depend on the machine and its load. */
    private static final long MEGABYTES = 2_000;
    /**
     * Maximum CPU seconds of the thread, twenty times the usual: stops packs that never end without allocating memory.
     */
    private static final long CPU = 60;
    /** Seconds after which a JVM that does not answer is killed, so that the build ends. */
    private static final long STUCK = 1_200;
    /** Seconds after which an act that hangs on purpose is killed. */
    private static final long HANGS = 2;

    private static final List<String> FOREIGN =
            List.of("org.", "java.", "drools", "exception", "mvel", "snakeyaml", "jackson", "error:", "$f", "$w");

    @TempDir
    private static Path folder;

    private static HostileChild child;
    private static HostileChild watched;
    private static HostileChild slow;

    @BeforeAll
    static void start() throws IOException {
        Path universe = Files.writeString(folder.resolve("crowd.yaml"), Crowd.yaml(1_000, 3));
        child = new HostileChild(folder, universe, "-Xmx512m", "-Dwinnow.both=true");
        watched = new HostileChild(Files.createDirectories(folder.resolve("deeds")), universe, "-Xmx64m");
        slow = new HostileChild(
                Files.createDirectories(folder.resolve("interpreted")),
                universe,
                "-Xmx512m",
                "-Xint",
                "-XX:ActiveProcessorCount=1");
        // The first pack includes the start-up time of Java.
        Bakery good = Bakery.in(folder.resolve("good"));
        assertThat(child.run(good.folder().toString(), STUCK).steps())
                .containsExactly("loaded", "passed", "screened", "compiled");
    }

    @AfterAll
    static void stop() {
        child.close();
        watched.close();
        slow.close();
    }

    static Stream<String> hostile() throws IOException {
        return Fixture.names(HOSTILE).stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void isRefusedWithItsMessage(String name) throws IOException {
        isRefused(HOSTILE, name);
    }

    private static void isRefused(Path parent, String name) throws IOException {
        Fixture fixture = Fixture.read(parent, name);
        String said = said(
                child,
                Bakery.in(folder.resolve(parent.getFileName()).resolve(name)).with(fixture));
        assertThat(said).isEqualTo(fixture.expected(said));
    }

    /** The budget counts effort, so it stops a pack at the same candidate on a slower machine. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"law-join-of-one-list", "law-many-ways-long-reasons"})
    void isRefusedWithTheSameMessageWithoutACompiler(String name) throws IOException {
        Fixture fixture = Fixture.read(HOSTILE, name);
        String said = said(slow, Bakery.in(folder.resolve("slow").resolve(name)).with(fixture));
        assertThat(said).isEqualTo(fixture.expected(said));
    }

    static Stream<String> benign() throws IOException {
        return Fixture.names(BENIGN).stream();
    }

    /**
     * Packs by well-meaning authors who know more DRL than the rule language has: its subset works, the rest is named
     * in messages.
     */
    @ParameterizedTest(name = "{0}")
    @MethodSource("benign")
    void isReadOrRefusedByTheDrlThatItUses(String name) throws IOException {
        isRefused(BENIGN, name);
    }

    static Stream<Arguments> made() {
        return HostileFiles.ALL.entrySet().stream().map(one -> new Arguments(one.getKey(), one.getValue()));
    }

    /** A pack with file names or sizes that a folder of test resources cannot contain. */
    record Arguments(String name, HostileFiles.Made made) {
        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("made")
    void isRefusedWithTheExpectedReason(Arguments arguments) throws IOException {
        Bakery pack = Bakery.in(folder.resolve("made-" + arguments.name()));
        arguments.made().deed().to(pack);
        assertThat("\n" + said(child, pack)).contains("\n" + arguments.made().message());
    }

    /**
     * Returns the messages on a pack, after asserting that it ends in time, changes nothing, and reveals nothing of the
     * machine.
     */
    private static String said(HostileChild child, Bakery pack) {
        HostileChild.Outcome outcome = child.run(pack.folder().toString(), STUCK);
        assertThat(outcome.changes()).isEmpty();
        assertThat(outcome.end()).isIn("refused", "done");
        assertThat(outcome.megabytes()).isLessThan(MEGABYTES);
        assertThat(outcome.seconds()).isLessThan(CPU);
        if (outcome.end().equals("done")) {
            assertThat(outcome.problems()).isEmpty();
            return HARMLESS + ": " + String.join(", ", outcome.steps()) + "\n";
        }
        assertThat(outcome.problems()).isNotEmpty().hasSizeLessThan(300);
        String prefix = pack.folder().toString().replace('\\', '/');
        StringBuilder said = new StringBuilder();
        for (String problem : outcome.problems()) {
            assertThat(problem).hasSizeLessThan(2_000);
            String own = Arrays.stream(problem.replace(prefix, "").split("\n"))
                    .filter(line -> !line.startsWith("   |   "))
                    .reduce("", (one, other) -> one + other + "\n")
                    .replaceAll("`[^`]*`", "`…`")
                    .toLowerCase(Locale.ROOT);
            assertThat(FOREIGN).noneMatch(own::contains);
            assertThat(problem.chars()).noneMatch(c -> c != '\n' && Character.isISOControl(c));
            said.append(problem.replace(prefix + "/", "").replace(prefix, "bakery"))
                    .append('\n');
        }
        return said.toString();
    }

    /** Each kind of harm is detected when it is caused on purpose. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "file, done, file called",
        "socket, done, socket ",
        "process, done, process ",
        "thread, done, thread deed",
        "locale, done, setting locale ko_KR",
        "zone, done, setting zone Asia/Tokyo",
        "setting, done, setting winnow.deed=done",
        "print, done, printed",
        "exit, gone 99,",
        "halt, gone 99,",
        "hang, hang,",
        "spin, hang,",
        "memory, memory,",
        "stack, crash ,"
    })
    void theWatchDetectsHarm(String deed, String end, String change) throws IOException {
        HostileChild.Outcome outcome = watched.run(HostileRun.CONTROL + deed, end.startsWith("hang") ? HANGS : STUCK);
        assertThat(outcome.end()).startsWith(end);
        if (change != null) {
            assertThat(outcome.changes()).anyMatch(one -> one.startsWith(change));
        }
    }

    @Test
    void thereAreEnoughHostilePacks() throws IOException {
        long own = hostile()
                .filter(name -> name.startsWith("law-") || name.startsWith("yaml-"))
                .count();
        assertThat(own).isGreaterThanOrEqualTo(60);
        assertThat(Map.copyOf(HostileFiles.ALL)).hasSizeGreaterThanOrEqualTo(20);
    }
}
