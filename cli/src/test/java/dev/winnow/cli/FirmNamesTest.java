package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.Run;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.model.ShippedFacts;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.universe.Universe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each name of a firm in the shipped universe gives the same screening, and a similar name is asked about. */
class FirmNamesTest {

    private static final Path SEEDS = Run.HOME.resolve("seeds/semiconductor");
    private static final Screener SCREENER = Screener.of(RulePack.load(Run.HOME.resolve("rules/semiconductor")));

    private static final String CANDIDATE = """
        projects:
          - id: chip
            owner: Newfab
            endMarkets: [home-appliances]
            coInvestors: [Haier 海尔]
            committedBuyers: [Haier 海尔]
        """;

    @TempDir
    private Path folder;

    private static List<Explanation> asShipped;

    @BeforeAll
    static void screenAsShipped() throws IOException {
        asShipped = assessments(files("Haier 海尔"));
    }

    private static List<Explanation> assessments(Map<String, String> files) {
        Universe universe = Universe.parse(ShippedFacts.VOCABULARY, files);
        assertThat(universe.problems()).isEmpty();
        return SCREENER.open(universe).result().explanations().toList();
    }

    /**
     * Returns the shipped universe and a candidate with an investor of this name; the declaration of the firm is
     * unchanged.
     */
    private static Map<String, String> files(String name) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(SEEDS)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String file = SEEDS.relativize(path).toString();
                String text = Files.readString(path);
                if (file.endsWith(".yaml")) {
                    files.put(
                            file,
                            file.equals("universe.yaml")
                                    ? text
                                    : text.replace("firm: Haier 海尔", "firm: " + name)
                                            .replace("{name: Haier 海尔,", "{name: " + name + ",")
                                            .replace("owner: Haier 海尔", "owner: " + name));
                }
            }
        }
        files.put("candidate.yaml", CANDIDATE.replace("Haier 海尔", name));
        return files;
    }

    @ParameterizedTest
    @ValueSource(strings = {"Haier", "海尔", "haier", "Haier Group", "海尔集团", "海尔 Haier"})
    void everyNameGivesTheSameScreening(String name) throws IOException {
        Map<String, String> files = files("Haier 海尔");
        Map<String, String> renamed = files(name);
        assertThat(renamed).hasSameSizeAs(files).isNotEqualTo(files);
        assertThat(asShipped)
                .filteredOn(one -> one.assessment().project().equals("chip")
                        && one.assessment().city().equals("qingdao"))
                .first()
                .satisfies(one -> assertThat(one.findings())
                        .extracting("rule")
                        .contains("local-user-co-invests", "local-user-orders"));
        assertThat(assessments(renamed)).isEqualTo(asShipped);
    }

    @Test
    void aSimilarNameIsQuestionedAndKept() throws IOException {
        Path own = Files.writeString(folder.resolve("own.yaml"), CANDIDATE.replace("[Haier 海尔]", "[Hayer]"));
        Run said = Run.winnow("screen", "--project", own.toString(), "--city", "qingdao", "-f", "json");
        assertThat(said.exit()).isZero();
        assertThat(said.out()).contains("\"project\": \"chip\"");
        assertThat(said.err().replace(own.toString(), "own.yaml")).contains("""
            note: own.yaml:5:19: `Hayer` is not a name of a firm in `firms`; it counts as another firm
               |   coInvestors: [Hayer]
               |                 ^^^^^ did you mean `Haier`?
            note: own.yaml:6:23: `Hayer` is not a name of a firm in `firms`; it counts as another firm
               |   committedBuyers: [Hayer]
               |                     ^^^^^ did you mean `Haier`?
            """);
    }

    @Test
    void similarNamesInALongTableAreQuestioned() throws IOException {
        Path table = Files.writeString(folder.resolve("own.csv"), "id,name,owner\nchip,Chip,Hayer\n");
        Run said =
                Run.winnow("screen", "--project", table.toString(), "--top", "1", "--city", "qingdao", "--lang", "zh");
        assertThat(said.exit()).isZero();
        assertThat(said.err().replace(table.toString(), "own.csv"))
                .contains("own.csv:2:3: `Hayer` 不是 `firms` 中任何企业的名称，按另一企业计", "是否为 `Haier`？");
    }
}
