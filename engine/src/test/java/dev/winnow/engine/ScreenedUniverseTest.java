package dev.winnow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.domain.Project;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Screening;
import dev.winnow.model.universe.Universe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A further candidate judged alone has the same results as in a screening of all candidates. */
class ScreenedUniverseTest {

    private static final String OPEN_CANDIDATES = "candidates/cells.yaml";

    @ParameterizedTest
    @CsvSource({
        "semiconductor, semiconductor, projects/sien.yaml",
        "semiconductor, semiconductor, projects/negative-controls.yaml",
        "semiconductor, illustrative, candidates/cells.yaml",
        "semiconductor, illustrative, candidates/packs.yaml",
        "data-centre, data-centre, projects/banks.yaml"
    })
    void resultsEqualAScreeningOfAllCandidates(String pack, String universe, String file) {
        Screener screener = Screener.of(RulePack.load(Path.of("../rules", pack)));
        Map<String, String> files = new TreeMap<>(files(universe));
        Map<String, String> candidates = Map.of(file, files.remove(file));
        Universe known = Universe.parse(files);
        for (AsOfPolicy asOfPolicy : new AsOfPolicy[] {AsOfPolicy.ofUniverse(), AsOfPolicy.ofDecisions()}) {
            Explained everybody = Explained.of(screener, known.and(candidates), asOfPolicy);
            Set<String> before = Set.copyOf(screener.screened(known).universe().projectIds());
            ScreeningResult further = screener.screened(known, asOfPolicy).judge(Universe.parse(candidates));

            assertThat(further.explanations())
                    .isNotEmpty()
                    .containsExactlyElementsOf(everybody.pairs().stream()
                            .filter(one -> !before.contains(one.assessment().project()))
                            .toList());
            assertThat(further.asked().universe())
                    .isEqualTo(everybody.screening().universe());
            assertThat(further.asked().problems())
                    .isEqualTo(everybody.screening().problems());
        }
    }

    @Test
    void otherCandidatesAreNotJudgedAgainForAProjectInNoCity() {
        Universe known = Universe.parse(files("illustrative"));
        RulePack pack = RulePack.load(Path.of("../rules/semiconductor"));
        Universe with = known.with(pack.vocabulary());
        Universe open = Universe.builder(pack.vocabulary())
                .project(Project.builder("further", "Further"))
                .build();
        Universe landed = Universe.builder(pack.vocabulary())
                .project(Project.builder("further", "Further")
                        .city(with.cityIds().get(0)))
                .build();

        assertThat(with.and(open).extendsUnchanged(with)).isTrue();
        assertThat(with.and(landed).extendsUnchanged(with)).isFalse();
    }

    @Test
    void aCandidateWithAKnownIdIsReportedAndNotJudged() {
        RulePack pack = RulePack.load(Path.of("../rules/semiconductor"));
        Universe known = Universe.parse(files("illustrative"));
        String twin = known.with(pack.vocabulary()).projectIds().get(0);

        Screening further = Screener.of(pack).screened(known).screen(Project.builder(twin, "Twin"));

        assertThat(further.assessments()).isEmpty();
        assertThat(further.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .startsWith("project " + twin + ": the project `" + twin + "` is given already at "));
    }

    @Test
    void severalFurtherCandidatesAreRankedTogether() {
        RulePack pack = RulePack.load(Path.of("../rules/semiconductor"));
        Map<String, String> files = new TreeMap<>(files("illustrative"));
        String candidates = files.remove(OPEN_CANDIDATES);
        ScreenedUniverse known = Screener.of(pack).screened(Universe.parse(files));

        Screening further = known.screen(Universe.parse(Map.of(OPEN_CANDIDATES, candidates)));

        Map<String, Set<Integer>> ranks = new TreeMap<>();
        for (Assessment one : further.assessments()) {
            assertThat(ranks.computeIfAbsent(one.city(), city -> new TreeSet<>())
                            .add(one.rank()))
                    .as("%s has a rank of its own in %s", one.project(), one.city())
                    .isTrue();
        }
        assertThat(ranks).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no yaml: [", "projects: 3", "- 1", "citiez: []"})
    void aValueThatIsNotAUniverseIsReported(String text) {
        ScreenedUniverse known = Screener.of(RulePack.load(Path.of("../rules/semiconductor")))
                .screened(Universe.parse(files("illustrative")));

        Screening further = known.screen(Universe.parse(Map.of("request", text)));

        assertThat(further.assessments()).isEmpty();
        assertThat(further.problems())
                .isNotEmpty()
                .allMatch(problem -> problem.place().file().equals("request"));
    }

    /** The files of a shipped universe, by relative name. */
    static Map<String, String> files(String universe) {
        Path folder = Path.of("../seeds", universe);
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file :
                    all.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
