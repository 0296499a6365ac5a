package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Facts repeated in each module agree. */
class ArtefactsTest {

    /** Modules that are not published. */
    private static final Set<String> NOT_PUBLISHED = Set.of("bom", "oracle", "fuzz", "bench", "bench/peers");

    private static final String VERSION =
            all(pom("."), "(?s)<version>(.*?)</version>").get(0);

    private static String pom(String module) {
        return text(module + "/pom.xml");
    }

    private static String text(String file) {
        try {
            return Files.readString(Run.HOME.resolve(file));
        } catch (IOException e) {
            throw new IllegalStateException(file, e);
        }
    }

    private static List<String> all(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .map(found -> found.replaceAll(pattern, "$1"))
                .toList();
    }

    private static List<String> published() {
        // Modules of profiles are published too, such as Spark's.
        return all(pom("."), "<module>(.*?)</module>").stream()
                .filter(module -> !NOT_PUBLISHED.contains(module) && !module.startsWith("examples/"))
                .toList();
    }

    @Test
    void bomListsEveryPublishedModule() {
        Set<String> artefacts = new TreeSet<>();
        published().forEach(module -> artefacts.add(artefact(pom(module))));

        assertThat(all(pom("bom"), "<artifactId>(winnow-.*?)</artifactId>"))
                .contains("winnow-bom")
                .filteredOn(one -> !one.equals("winnow-bom"))
                .containsExactlyInAnyOrderElementsOf(artefacts);
    }

    private static String artefact(String pom) {
        return all(pom.replaceAll("(?s)<parent>.*?</parent>", ""), "<artifactId>(.*?)</artifactId>")
                .get(0);
    }

    @Test
    void allModulesHaveOneVersion() {
        assertThat(all(pom("bom"), "<version>(.*?)</version>").get(0)).isEqualTo(VERSION);
        for (String module : published()) {
            assertThat(all(pom(module), "<version>(.*?)</version>").get(0))
                    .as(module)
                    .isEqualTo(VERSION);
        }
    }

    @Test
    void eachModuleNameEqualsItsPackage() {
        for (String module : published()) {
            assertThat(all(pom(module), "<module.name>(.*?)</module.name>"))
                    .as(module)
                    .singleElement()
                    .asString()
                    .startsWith("dev.winnow.");
        }
    }

    @Test
    void docsDependOnTheCurrentVersion() {
        for (String file : List.of("docs/embedding.md", "examples/database/pom.xml", "examples/kotlin/pom.xml")) {
            assertThat(all(text(file), "winnow-bom</artifactId>\\s*<version>(.*?)</version>"))
                    .as(file)
                    .isNotEmpty()
                    .containsOnly(VERSION);
        }
        assertThat(text("CHANGELOG.md")).contains("\n## " + VERSION);
    }
}
