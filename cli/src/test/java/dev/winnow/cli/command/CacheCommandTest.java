package dev.winnow.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.cli.Main;
import dev.winnow.cli.option.Packs;
import dev.winnow.cli.option.Run;
import dev.winnow.cli.terminal.Exit;
import dev.winnow.cli.terminal.Terminal;
import dev.winnow.engine.compile.PackCache;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class CacheCommandTest {

    @TempDir
    private Path temporary;

    private static Run winnow(Map<String, String> environment, String line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(out, new PrintWriter(err), environment::get, false);
        int exit = Main.run(terminal, Packs.kept(CacheFolder.cache(environment::get)), line.split(" "));
        return new Run(exit, out.toString(StandardCharsets.UTF_8), err.toString());
    }

    private static @Nullable Path folder(Map<String, String> environment) {
        PackCache cache = CacheFolder.cache(environment::get);
        return cache.folder();
    }

    @Test
    void whereItIs() {
        Path user = Path.of(System.getProperty("user.home"));
        // Java writes `?` for the home of a user whom the system does not know.
        Path home = user.isAbsolute() ? user.resolve(".cache").resolve("winnow") : null;
        assertThat(folder(Map.of())).isEqualTo(home);
        assertThat(folder(Map.of("XDG_CACHE_HOME", "/caches"))).isEqualTo(Path.of("/caches/winnow"));
        assertThat(folder(Map.of("XDG_CACHE_HOME", "caches")))
                .as("not absolute")
                .isEqualTo(home);
        assertThat(folder(Map.of("WINNOW_CACHE", "/mine", "XDG_CACHE_HOME", "/caches")))
                .isEqualTo(Path.of("/mine"));
        assertThat(folder(Map.of("WINNOW_CACHE", "off"))).isNull();
        assertThat(folder(Map.of("WINNOW_CACHE", ""))).isEqualTo(home);
    }

    @Test
    void itIsFilledLookedAtAndCleared() throws IOException {
        Path folder = temporary.resolve("packs");
        Map<String, String> environment = Map.of("WINNOW_CACHE", folder.toString());

        assertThat(winnow(environment, "cache").out()).isEqualTo(folder + " holds 0 entries, 0 KB\n");
        Run add = winnow(environment, "cache add ../rules/battery");
        assertThat(add.err()).isEmpty();
        int held;
        try (Stream<Path> entries = Files.list(folder)) {
            held = (int) entries.count();
        }
        assertThat(add.out()).matches(folder + " holds " + held + " entries, \\d+ KB\n");
        assertThat(winnow(environment, "cache").out()).isEqualTo(add.out());
        assertThat(winnow(environment, "cache clear").out())
                .isEqualTo(add.out().replace(" holds ", " held ").replace(" KB\n", " KB; all is deleted\n"));
        assertThat(winnow(environment, "cache").out()).isEqualTo(folder + " holds 0 entries, 0 KB\n");
    }

    @Test
    void whoKeepsNothingIsTold() {
        Map<String, String> environment = Map.of("WINNOW_CACHE", "off");
        assertThat(winnow(environment, "cache").out()).isEqualTo("Compiled packs are kept nowhere.\n");
        assertThat(winnow(environment, "cache clear").out()).isEqualTo("Compiled packs are kept nowhere.\n");
        assertThat(winnow(environment, "cache --lang zh").out()).isEqualTo("编译好的规则包不作保存。\n");
    }

    @Test
    void wrongWords() {
        Run run = winnow(Map.of(), "cache cler");
        assertThat(run.exit()).isEqualTo(Exit.USAGE);
        assertThat(run.err()).startsWith("winnow: there is no command `cler`; maybe `clear`?\n");
        assertThat(winnow(Map.of("WINNOW_CACHE", "off"), "cache add batery").err())
                .isEqualTo("winnow: `batery` is neither a path nor a shipped pack; maybe `battery`?\n");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void screeningSaysTheSameWithAndWithoutAPlaceToKeepPacks() {
        String line = "screen -r ../rules/battery -u ../seeds/illustrative";
        Run off = winnow(Map.of("WINNOW_CACHE", "off"), line);
        Map<String, String> kept =
                Map.of("WINNOW_CACHE", temporary.resolve("packs").toString());
        assertThat(off.exit()).isZero();
        assertThat(winnow(kept, line)).isEqualTo(off);
        assertThat(winnow(kept, line)).isEqualTo(off);
        assertThat(winnow(Map.of("WINNOW_CACHE", "/proc/none"), line)).isEqualTo(off);
    }
}
