package dev.winnow.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.winnow.cli.Main;
import dev.winnow.cli.PackCopy;
import dev.winnow.cli.terminal.Terminal;
import dev.winnow.engine.RulePack;
import dev.winnow.language.pack.PackException;
import dev.winnow.model.source.Cache;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is kept between starts saves work, and says nothing that the files do not say. */
class FolderCacheTest {

    private static final String DIGEST = "0a";

    @TempDir
    private Path parent;

    private byte @Nullable [] found(Path folder) {
        return FolderCache.in(folder).find("yaml", DIGEST);
    }

    private Path kept(String content) {
        Path folder = parent.resolve("kept");
        FolderCache.in(folder).keep("yaml", DIGEST, content.getBytes(StandardCharsets.UTF_8));
        return folder;
    }

    @Test
    void whatIsKeptIsFoundByItsKindAndDigest() {
        Path folder = kept("tree");
        assertThat(found(folder)).asString(StandardCharsets.UTF_8).isEqualTo("tree");
        assertThat(FolderCache.in(folder).find("json", DIGEST)).isNull();
        assertThat(FolderCache.in(folder).find("yaml", "0b")).isNull();
        assertThat(folder).isDirectoryContaining("glob:**/yaml-0a").isDirectoryNotContaining("glob:**/.*");
    }

    @Test
    void whatIsDamagedCountsAsAbsent() throws IOException {
        Path folder = kept("tree");
        Path file = folder.resolve("yaml-0a");
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(found(folder)).isNull();
        }
        whole[5] ^= 1;
        Files.write(file, whole);
        assertThat(found(folder)).isNull();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void itsFolderIsItsUsersAlone() throws IOException {
        Path folder = kept("tree");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwx---"));
        assertThat(FolderCache.in(folder)).isSameAs(Cache.NONE);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx---rwx"));
        assertThat(FolderCache.in(folder)).isSameAs(Cache.NONE);
        Path link = Files.createSymbolicLink(parent.resolve("link"), folder);
        assertThat(FolderCache.in(link)).isSameAs(Cache.NONE);
    }

    @Test
    void whatCannotBeWrittenIsDoneWithout() throws IOException {
        Path file = Files.writeString(parent.resolve("file"), "");
        Cache cache = FolderCache.in(file.resolve("below"));
        cache.keep("yaml", DIGEST, new byte[1]);
        assertThat(cache.find("yaml", DIGEST)).isNull();
    }

    @Test
    void itDoesNotGrowWithoutEnd() throws IOException {
        Cache cache = FolderCache.in(parent.resolve("kept"));
        for (int i = 0; i < 1_100; i++) {
            cache.keep("yaml", Integer.toHexString(i), new byte[0]);
        }
        try (Stream<Path> files = Files.list(parent.resolve("kept"))) {
            assertThat(files.count()).isBetween(500L, 1_000L);
        }
        assertThat(cache.find("yaml", Integer.toHexString(1_099))).isNotNull();
    }

    /** What a pack's problems are, with and without what was kept. */
    private List<String> problems(PackCopy pack, Cache cache) {
        PackException broken = catchThrowableOfType(PackException.class, () -> RulePack.load(pack.folder(), cache));
        return broken.problems().stream().map(Object::toString).toList();
    }

    @Test
    void aPackThatWasFoundGoodIsCheckedAgainOnceAnyFileIsEdited() {
        Cache cache = FolderCache.in(parent.resolve("kept"));
        for (String[] edit : new String[][] {
            {"cases/demand-pull.yaml", "expect:", "expects:"},
            {"demand-pull.drl", "@title(", "@titel("},
            {"zh.yaml", "title:", "title: ["},
            {"limits.yaml", "assumed: true", "assumed: perhaps"},
        }) {
            PackCopy pack = PackCopy.of("battery", parent.resolve("packs"));
            RulePack first = RulePack.load(pack.folder(), cache);
            RulePack second = RulePack.load(pack.folder(), cache);
            assertThat(second.cases()).isEqualTo(first.cases()).isNotEmpty();
            assertThat(second.digest()).isEqualTo(first.digest());
            pack.replace(edit[0], edit[1], edit[2]);
            assertThat(problems(pack, cache))
                    .isEqualTo(problems(pack, Cache.NONE))
                    .isNotEmpty();
        }
    }

    @Test
    void rulesThatLackCasesAreNotFoundGood() {
        Cache cache = FolderCache.in(parent.resolve("kept"));
        PackCopy pack = PackCopy.of("battery", parent.resolve("packs"));
        pack.write("cases/demand-pull.yaml", "cases: []\n");
        assertThat(RulePack.draft(pack.folder(), cache).checked().lacking()).isNotEmpty();
        assertThat(RulePack.draft(pack.folder(), cache).checked().lacking()).isNotEmpty();
        assertThat(problems(pack, cache)).isEqualTo(problems(pack, Cache.NONE)).isNotEmpty();
    }

    private static String run(Cache cache, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        int exit = Main.run(new Terminal(out, new PrintWriter(err), name -> null, false), Packs.with(cache), arguments);
        return exit + "\n" + err + out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aCheckThatSaidNothingIsKeptUntilAFileIsEdited() {
        Path folder = parent.resolve("kept");
        Cache cache = FolderCache.in(folder);
        PackCopy pack = PackCopy.of("battery", parent.resolve("packs"));
        for (String format : List.of("text", "json", "sarif", "github")) {
            String[] line = {"rules", "check", pack.folder().toString(), "-f", format};
            String without = run(Cache.NONE, line);
            assertThat(run(cache, line)).isEqualTo(without).startsWith("0\n");
            assertThat(folder).isDirectoryContaining("glob:**/check-*");
            assertThat(run(cache, line)).isEqualTo(without);
        }
        pack.replace(
                "limits.yaml",
                "limits:\n",
                "limits:\n"
                        + "  - {id: unread, title: Nobody reads it, values: [{value: 7}], assumed: true, reason:"
                        + " none}\n");
        String[] line = {"rules", "check", pack.folder().toString()};
        String warned = run(Cache.NONE, line);
        assertThat(warned).contains("`unread`");
        assertThat(run(cache, line)).isEqualTo(warned);
        assertThat(run(cache, line)).isEqualTo(warned);
    }

    @Test
    void theFirstStartAndTheNextSayTheSameAsOneThatKeepsNothing() {
        String rules = Run.HOME.resolve("rules/battery").toString();
        String seeds = Run.HOME.resolve("seeds/illustrative").toString();
        Cache cache = FolderCache.in(parent.resolve("kept"));
        for (String[] line : new String[][] {
            {"screen", "-f", "json", "-r", rules, "-u", seeds},
            {"screen", "--lang", "zh", "-r", rules, "-u", seeds},
            {"rules", "test", "-r", rules},
        }) {
            String without = run(Cache.NONE, line);
            assertThat(run(cache, line)).isEqualTo(without).startsWith("0\n");
            assertThat(run(cache, line)).isEqualTo(without);
        }
    }
}
