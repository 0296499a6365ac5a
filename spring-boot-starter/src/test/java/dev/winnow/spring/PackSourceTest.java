package dev.winnow.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.RulePack;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** An application that gets its packs as archives from a registry. */
class PackSourceTest {

    @TempDir
    private Path folder;

    /** A registry with one pack. */
    private static final class Registry implements PackSource {

        private byte @Nullable [] archive;
        private String version = "1";

        void publish(String next, ChipsPack pack) throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(out);
                    Stream<Path> files = Files.walk(pack.folder())) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    zip.putNextEntry(new ZipEntry(
                            pack.folder().relativize(file).toString().replace('\\', '/')));
                    zip.write(Files.readAllBytes(file));
                }
            }
            archive = out.toByteArray();
            version = next;
        }

        // region source
        @Override
        public String name() {
            return "chips-act";
        }

        @Override
        public Map<String, String> files() {
            Map<String, String> files = new HashMap<>();
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(download()))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return files;
        }

        @Override
        public String fingerprint() {
            return version; // or the ETag of the archive
        }
        // end

        @Override
        public String place() {
            return "https://registry.example/packs/chips-act.zip";
        }

        private byte[] download() throws IOException {
            if (archive == null) {
                throw new IOException("connection refused");
            }
            return archive;
        }
    }

    private final Registry registry = new Registry();

    @Test
    void aSuppliedPackEqualsItsFilesAndIsReloaded() throws IOException {
        ChipsPack pack = ChipsPack.in(folder);
        registry.publish("1", pack);
        CurrentPack current = new CurrentPack(registry, ScreeningWatch.NONE);
        assertThat(current.get().pack().digest())
                .isEqualTo(RulePack.load(ChipsPack.SHIPPED).digest());

        registry.publish(
                "2", pack.edit("pack.yaml", "version: " + current.get().pack().version(), "version: 9.0.0"));
        lookTwice(current);
        assertThat(current.get().pack().version()).isEqualTo("9.0.0");

        registry.publish("3", pack.edit("broader-impacts.drl", "upsideSharing == true", "upsideShared == true"));
        lookTwice(current);
        assertThat(current.get().pack().version()).isEqualTo("9.0.0");
        assertThat(current.problems()).first().asString().startsWith("chips-act/broader-impacts.drl:");
    }

    @Test
    void anUnreachableRegistryKeepsTheLastPack() throws IOException {
        registry.publish("1", ChipsPack.in(folder));
        CurrentPack current = new CurrentPack(registry, ScreeningWatch.NONE);
        LoadedPack before = current.get();
        registry.archive = null;
        registry.version = "2";
        lookTwice(current);
        assertThat(current.get()).isSameAs(before);
        PackHealth health = new PackHealth(current, null);
        assertThat(health.health().getStatus().getCode()).isEqualTo("STALE");
        assertThat(health.health().getDetails().toString())
                .contains("the pack could not be read; see the log")
                .doesNotContain("registry.example");
    }

    @Test
    void aSourceWithoutAVersionIsIdentifiedByItsFiles() throws IOException {
        ChipsPack pack = ChipsPack.in(folder);
        registry.publish("1", pack);
        PackSource plain = new PackSource() {
            @Override
            public String name() {
                return registry.name();
            }

            @Override
            public Map<String, String> files() {
                return registry.files();
            }
        };
        String before = plain.fingerprint();
        assertThat(plain.fingerprint()).isEqualTo(before);
        registry.publish("1", pack.edit("pack.yaml", "chips-act", "chips-act "));
        assertThat(plain.fingerprint()).isNotEqualTo(before);
        assertThat(plain.place()).isEqualTo("chips-act");
    }

    @Test
    void aSourceBeanReplacesThePackProperty() throws IOException {
        registry.publish("1", ChipsPack.in(folder));
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(WinnowAutoConfiguration.class))
                .withPropertyValues("winnow.universe=" + ChipsPack.UNIVERSE)
                .withBean(PackSource.class, () -> registry)
                .run(context -> {
                    assertThat(context.getBean(RulePack.class).name()).isEqualTo("chips-act");
                    assertThat(context).hasSingleBean(ScreeningService.class);
                });
    }

    @Test
    void theGuideShowsThisSource() throws IOException {
        String here = Files.readString(Path.of("src/test/java/dev/winnow/spring/PackSourceTest.java"))
                .replaceAll("(?m)^ {8}", "");
        String shown = here.substring(here.indexOf("// region source\n") + 17, here.indexOf("// end\n"));
        assertThat(Files.readString(Path.of("../docs/spring-boot.md"))).contains("```java\n" + shown + "```");
    }

    private static void lookTwice(CurrentPack current) {
        current.look();
        current.look();
    }
}
