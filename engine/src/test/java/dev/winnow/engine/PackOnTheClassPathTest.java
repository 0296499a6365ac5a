package dev.winnow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.language.PackException;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pack read from the class path equals the pack read from a folder. */
class PackOnTheClassPathTest {

    @TempDir
    private Path folder;

    private static ClassLoader loader(Path... places) throws MalformedURLException {
        URL[] urls = new URL[places.length];
        for (int i = 0; i < places.length; i++) {
            urls[i] = places[i].toUri().toURL();
        }
        return new URLClassLoader(urls, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"battery", "chips-act", "data-centre", "semiconductor"})
    void packEqualsThatOfTheFolder(String name) throws IOException {
        RulePack there = RulePack.load(Path.of("../rules", name));

        RulePack here = RulePack.load(loader(Path.of("..")), "rules/" + name);

        assertThat(here.digest()).isEqualTo(there.digest());
        assertThat(here.rules()).hasSameSizeAs(there.rules());
        assertThat(here.cases()).hasSameSizeAs(there.cases());
    }

    @Test
    void packMayBeInAJar() throws IOException {
        Path jar = folder.resolve("packs.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar));
                var files = Files.walk(Path.of("../rules/battery"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(new ZipEntry("of/us/battery/"
                        + Path.of("../rules/battery")
                                .relativize(file)
                                .toString()
                                .replace('\\', '/')));
                Files.copy(file, zip);
            }
        }

        assertThat(RulePack.load(loader(jar), "/of/us/battery/").digest())
                .isEqualTo(RulePack.load(Path.of("../rules/battery")).digest());
    }

    @Test
    void aMissingPackIsReportedWithItsPlace() throws IOException {
        ClassLoader loader = loader(Path.of(".."));

        assertThatThrownBy(() -> RulePack.load(loader, "rules/batery"))
                .isInstanceOf(PackException.class)
                .hasMessage("1 problem in the rule pack:\nrules/batery: rule pack not found on the class path");
    }

    @Test
    void everyMistakeIsReportedWithItsPlace() throws IOException {
        Bakery bakery = Bakery.in(folder);
        bakery.write(
                "demand.drl",
                bakery.text("demand.drl").replace("@title", "@titel").replace("Demand(", "Demnd("));
        ClassLoader loader = loader(folder);

        assertThatThrownBy(() -> RulePack.load(loader, "bakery"))
                .isInstanceOfSatisfying(PackException.class, broken -> {
                    assertThat(broken.problems()).hasSizeGreaterThan(1);
                    assertThat(broken.getMessage())
                            .startsWith(broken.problems().size() + " problems in the rule pack:\n");
                    broken.problems().forEach(problem -> {
                        assertThat(problem.place().file()).startsWith("bakery/");
                        assertThat(broken.getMessage()).contains(problem.toString());
                    });
                });
    }
}
