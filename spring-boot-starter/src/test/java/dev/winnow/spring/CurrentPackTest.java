package dev.winnow.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreeningSession;
import dev.winnow.model.result.Screening;
import dev.winnow.model.universe.Universe;
import java.io.IOException;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Health;

/** Effects of edits in the pack's folder on a running application. */
class CurrentPackTest {

    @TempDir
    private Path parent;

    private ChipsPack chips;
    private CurrentPack current;
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void load() {
        chips = ChipsPack.in(parent);
        current = new CurrentPack(new PackFolder(chips.folder()), new Told());
    }

    private final class Told implements ScreeningWatch {
        @Override
        public void screened(RulePack pack, Screening screening, Duration took) {}

        @Override
        public void refused(RulePack pack, Duration took) {}

        @Override
        public void reloaded(RulePack pack, boolean sound) {
            told.add(pack.version() + (sound ? " loaded" : " still"));
        }
    }

    private void lookTwice() {
        current.look();
        current.look();
    }

    private String version() {
        return current.get().pack().version();
    }

    private ChipsPack version(String before, String after) {
        return chips.edit("pack.yaml", "version: " + before, "version: " + after);
    }

    @Test
    void anEditCountsOnceSeenTwice() {
        String before = version();
        version(before, "9.0.0");
        current.look();
        assertThat(version()).isEqualTo(before);
        current.look();
        assertThat(version()).isEqualTo("9.0.0");
        assertThat(current.get().pack().digest())
                .isEqualTo(RulePack.load(chips.folder()).digest());
        assertThat(told).containsExactly("9.0.0 loaded");
    }

    @Test
    void reloadsLeaveNoClassesBehind() {
        ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();
        // The JVM compiles a reflective call of a method after 15 calls.
        reloadAndScreen(20);
        long before = classes.getTotalLoadedClassCount();
        reloadAndScreen(20);
        assertThat(classes.getTotalLoadedClassCount() - before)
                .as("the JVM may need some of its own")
                .isLessThan(10);
    }

    private void reloadAndScreen(int times) {
        for (int i = 0; i < times; i++) {
            String before = version();
            version(before, before + "1");
            lookTwice();
            assertThat(version()).isEqualTo(before + "1");
            LoadedPack loaded = current.get();
            Universe universe = Universe.read(loaded.pack().vocabulary(), Path.of("../seeds/chips-act"));
            ScreeningSession session = loaded.screener().open(universe);
            session.screening().assessments().forEach(session::explain);
        }
    }

    @Test
    void filesBeingWrittenAreLeftAlone() {
        String before = version();
        version(before, "9.0.0");
        current.look();
        version("9.0.0", "9.0.1");
        current.look();
        assertThat(version()).isEqualTo(before);
        current.look();
        assertThat(version()).isEqualTo("9.0.1");
    }

    @Test
    void aBrokenEditKeepsTheLastValidPackWithItsProblems() {
        LoadedPack before = current.get();
        chips.edit("broader-impacts.drl", "upsideSharing == true", "upsideShared == true");
        lookTwice();
        assertThat(current.get()).isSameAs(before);
        assertThat(current.problems()).first().asString().contains("`Project` has no `upsideShared`");
        assertThat(told).containsExactly(before.pack().version() + " still");
        lookTwice();
        assertThat(told).as("what is told once is not told again").hasSize(1);
    }

    @Test
    void aCorrectedEditCounts() {
        chips.edit("broader-impacts.drl", "upsideSharing == true", "upsideShared == true");
        lookTwice();
        chips.edit("broader-impacts.drl", "upsideShared == true", "upsideSharing == true");
        version(version(), "9.0.0");
        lookTwice();
        assertThat(current.problems()).isEmpty();
        assertThat(version()).isEqualTo("9.0.0");
    }

    @Test
    void aRevertedEditLeavesThePackUnchanged() {
        LoadedPack before = current.get();
        chips.edit("broader-impacts.drl", "upsideSharing == true", "upsideShared == true");
        lookTwice();
        chips.edit("broader-impacts.drl", "upsideShared == true", "upsideSharing == true");
        lookTwice();
        assertThat(current.problems()).isEmpty();
        assertThat(current.get()).isSameAs(before);
    }

    @Test
    void aHalfWrittenFileIsReportedWithoutEffect() throws IOException {
        LoadedPack before = current.get();
        Path limits = chips.folder().resolve("limits.yaml");
        String whole = Files.readString(limits);
        Files.writeString(limits, whole.substring(0, whole.length() / 2));
        lookTwice();
        assertThat(current.get()).isSameAs(before);
        assertThat(current.problems()).isNotEmpty();
    }

    @Test
    void aRemovedFolderKeepsThePack() throws IOException {
        LoadedPack before = current.get();
        Files.move(chips.folder(), parent.resolve("elsewhere"));
        lookTwice();
        assertThat(current.get()).isSameAs(before);
        assertThat(current.problems()).singleElement().asString().isEqualTo(chips.folder() + ": rule pack not found");
    }

    @Test
    void aChangedLinkOrTargetIsReloaded() throws IOException {
        Path link = Files.createSymbolicLink(
                Files.createDirectory(parent.resolve("linked")).resolve("chips-act"), chips.folder());
        CurrentPack linked = new CurrentPack(new PackFolder(link), ScreeningWatch.NONE);
        version(version(), "9.0.0");
        linked.look();
        linked.look();
        assertThat(linked.get().pack().version()).isEqualTo("9.0.0");
        ChipsPack other = ChipsPack.in(Files.createDirectory(parent.resolve("next")));
        Files.move(
                Files.createSymbolicLink(parent.resolve("swap"), other.folder()),
                link,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        linked.look();
        linked.look();
        assertThat(linked.get().pack().digest())
                .isEqualTo(RulePack.load(other.folder()).digest());
        assertThat(linked.problems()).isEmpty();
    }

    /** Kubernetes mounts a ConfigMap as links into a hidden folder, and replaces the link to that folder. */
    @Test
    void aReplacedConfigMapIsReloaded() throws IOException {
        Path mount = Files.createDirectories(parent.resolve("mount/chips-act"));
        Path first = Files.createDirectory(mount.resolve("..first"));
        Path second = Files.createDirectory(mount.resolve("..second"));
        Path data = Files.createSymbolicLink(mount.resolve("..data"), Path.of("..first"));
        ChipsPack.in(first);
        ChipsPack.in(second).edit("pack.yaml", "version: " + version(), "version: 9.0.0");
        try (Stream<Path> files = Files.list(first.resolve("chips-act"))) {
            for (Path file : files.toList()) {
                Path name = file.getFileName();
                Files.createSymbolicLink(
                        mount.resolve(name), Path.of("..data", "chips-act").resolve(name));
            }
        }
        CurrentPack mounted = new CurrentPack(new PackFolder(mount), ScreeningWatch.NONE);
        assertThat(mounted.get().pack().digest()).isEqualTo(current.get().pack().digest());
        Files.move(
                Files.createSymbolicLink(mount.resolve("..swap"), Path.of("..second")),
                data,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        mounted.look();
        mounted.look();
        assertThat(mounted.get().pack().version()).isEqualTo("9.0.0");
    }

    @Test
    void hiddenEditorFilesAreIgnored() throws IOException {
        Files.writeString(chips.folder().resolve(".pack.yaml.swp"), "x");
        lookTwice();
        assertThat(told).isEmpty();
    }

    @Test
    void runningWorkKeepsItsPack() {
        LoadedPack begun = current.get();
        String digest = begun.pack().digest();
        version(version(), "9.0.0");
        lookTwice();
        Universe universe = Universe.read(begun.pack().vocabulary(), Path.of("../seeds/chips-act"));
        assertThat(begun.screener().screen(universe).pack().digest()).isEqualTo(digest);
        assertThat(current.get().screener().screen(universe).pack().version()).isEqualTo("9.0.0");
    }

    @Test
    void healthReportsWhyAnEditDoesNotCount() {
        PackHealth health = new PackHealth(current, null);
        assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
        chips.edit("broader-impacts.drl", "upsideSharing == true", "upsideShared == true");
        lookTwice();
        Health stale = health.health();
        assertThat(stale.getStatus().getCode()).isEqualTo("STALE");
        assertThat(stale.getDetails().get("problems")).asString().contains("`Project` has no `upsideShared`");
        assertThat(stale.getDetails().get("pack"))
                .asString()
                .contains(current.get().pack().digest());
    }

    @Test
    void theFolderIsPolledFromStartToStop() throws InterruptedException {
        PackReload reload = new PackReload(current, Duration.ofMillis(5));
        assertThat(reload.isRunning()).isFalse();
        reload.start();
        assertThat(reload.isRunning()).isTrue();
        version(version(), "9.0.0");
        for (int i = 0; i < 100_000 && !version().equals("9.0.0"); i++) {
            Thread.sleep(5);
        }
        assertThat(version()).isEqualTo("9.0.0");
        reload.stop();
        assertThat(reload.isRunning()).isFalse();
    }
}
