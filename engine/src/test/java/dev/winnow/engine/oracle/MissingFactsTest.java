package dev.winnow.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.Explained;
import dev.winnow.engine.Screener;
import dev.winnow.engine.ScreeningSession;
import dev.winnow.engine.oracle.RandomUniverses.Size;
import dev.winnow.model.Thorough;
import dev.winnow.model.domain.Coverage;
import dev.winnow.model.domain.Presence;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Citation;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Finding;
import dev.winnow.model.result.Undetermined;
import dev.winnow.model.universe.Facts;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.value.Figure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The facts missed by an undetermined rule are unknown; the facts cited by a finding are known. */
class MissingFactsTest {

    private static final int UNIVERSES = Thorough.count(12, 60);

    private static final int DECIDED = Thorough.count(3, 6);

    static List<Path> packs() {
        return Packs.all();
    }

    private static final String MILESTONES = "project.milestonesComplete";

    @ParameterizedTest
    @MethodSource("packs")
    void missingFactsAreUnknownAndCitedFactsAreKnown(Path folder) {
        Screener screener = Packs.screener(folder);
        Words words = Words.around(PlainPack.read(folder));
        List<String> wrong = new ArrayList<>();
        Set<String> missed = new TreeSet<>();

        for (long seed = 0; seed < UNIVERSES; seed++) {
            Universe universe =
                    RandomUniverses.draw(80_000 + seed, Size.MIDDLE, words).universe();
            Facts facts = universe.asOf(universe.asOf(), true);
            for (Explanation explanation : Explained.of(screener, universe).pairs()) {
                Assessment assessment = explanation.assessment();
                Set<String> unknown = unknown(words.types(), facts, assessment.project(), assessment.city());
                String where = "seed " + seed + ": " + assessment.project() + " in " + assessment.city() + ": ";
                for (Undetermined open : explanation.undetermined()) {
                    missed.addAll(open.missing());
                    open.missing().stream()
                            .filter(fact -> !unknown.contains(fact))
                            .forEach(fact -> wrong.add(where + open.rule() + " misses " + fact));
                }
                for (Finding finding : explanation.findings()) {
                    for (Citation citation : finding.evidence()) {
                        Figure figure = citation.figure();
                        if (unknown.contains(citation.property()) && (figure == null || figure.isExact())) {
                            wrong.add(where + finding.rule() + " cites " + citation);
                        }
                    }
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(missed).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("packs")
    void missingFactsSufficeToDecide(Path folder) {
        Screener screener = Packs.screener(folder);
        Words words = Words.around(PlainPack.read(folder));
        List<String> wrong = new ArrayList<>();
        int decided = 0;

        for (long seed = 0; seed < DECIDED; seed++) {
            Spec spec = RandomUniverses.draw(90_000 + seed, Size.SMALL, words);
            Universe universe = spec.universe();
            Random random = new Random(seed);
            String where = "seed " + seed + ": ";
            for (Explanation explanation : Explained.of(screener, universe).pairs()) {
                Assessment assessment = explanation.assessment();
                for (Undetermined open : explanation.undetermined()) {
                    String project = assessment.project();
                    String city = assessment.city();
                    Set<String> missing = Set.copyOf(open.missing());
                    Universe filled = Completions.some(spec, universe, project, city, missing, random);
                    if (filled == null || !isKnown(words.types(), filled, project, city, missing)) {
                        continue;
                    }
                    decided++;
                    ScreeningSession session = screener.open(filled);
                    Explanation then = session.explain(Objects.requireNonNull(session.assess(project, city)));
                    then.undetermined().stream()
                            .filter(still -> still.rule().equals(open.rule()))
                            .forEach(still -> wrong.add(where + project + " in " + city + ": " + open.rule()
                                    + " missed " + missing + ", then " + still.missing()));
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(decided).isGreaterThan(25);
    }

    private static boolean isKnown(Types types, Universe universe, String project, String city, Set<String> paths) {
        Set<String> unknown = unknown(types, universe.asOf(universe.asOf(), true), project, city);
        return paths.stream().noneMatch(unknown::contains);
    }

    /** The names of all unknown facts of a project and a city. */
    private static Set<String> unknown(Types types, Facts facts, String project, String city) {
        Set<String> names = new TreeSet<>();
        facts.projects().stream().filter(one -> one.id().equals(project)).forEach(one -> {
            add(types, "project", one, names);
            if (!Scene.milestonesComplete(facts, one)) {
                names.add(MILESTONES);
            }
        });
        facts.cities().stream().filter(one -> one.id().equals(city)).forEach(one -> add(types, "city", one, names));
        for (Object row : facts.rows(city)) {
            add(
                    types,
                    "city." + types.of(row).list() + "." + types.row(row).ref().id(),
                    row,
                    names);
        }
        for (Shape list : types.lists()) {
            if (!facts.complete(city, list.list())) {
                names.add("city." + list.list());
            }
        }
        for (Presence presence : facts.presences(city, project)) {
            add(types, "city.presences." + presence.link(), presence, names);
        }
        for (Coverage coverage : facts.coverages(city, project)) {
            add(types, "city.coverages." + coverage.stage(), coverage, names);
        }
        return names;
    }

    private static void add(Types types, String prefix, Object fact, Set<String> names) {
        for (Trait trait : types.of(fact).traits()) {
            if (trait.isOpen(fact)) {
                names.add(prefix + "." + trait.name());
            }
        }
    }
}
