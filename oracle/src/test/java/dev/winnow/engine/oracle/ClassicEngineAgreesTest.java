package dev.winnow.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.Screener;
import dev.winnow.engine.oracle.RandomUniverses.Size;
import dev.winnow.model.Thorough;
import dev.winnow.model.domain.City;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.FactRef;
import dev.winnow.model.result.Finding;
import dev.winnow.model.universe.Facts;
import dev.winnow.model.universe.Universe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * If everything is known, winnow's rules have the meaning that Drools gives them: the same rules fire, on the same
 * facts.
 */
class ClassicEngineAgreesTest {

    private static final int UNIVERSES = Thorough.count(100, 300);

    static List<Path> packs() {
        return Packs.all();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void onFullyKnownUniverses(Path folder) {
        PlainPack pack = PlainPack.read(folder);
        Screener screener = Packs.screener(folder);
        ClassicEngine classic = new ClassicEngine(pack);
        Words words = Words.around(pack);
        AtomicInteger fired = new AtomicInteger();

        List<String> wrong = LongStream.range(0, UNIVERSES)
                .parallel()
                .mapToObj(seed -> {
                    Spec spec = RandomUniverses.draw(20_000 + seed, Size.SMALL, words);
                    Universe known = Completions.draw(spec, new Random(seed));
                    return differences("seed " + seed, known, pack, screener, classic, fired);
                })
                .flatMap(List::stream)
                .toList();

        assertThat(wrong).isEmpty();
        assertThat(fired).as("rules that fired").hasValueGreaterThan(UNIVERSES);
    }

    @Test
    void aMisreadRuleIsDetected(@TempDir Path folder) {
        PlainPack pack = PlainPack.read(Packs.dense());
        Path wrong = Packs.copy(Packs.dense(), folder);
        Packs.edit(wrong.resolve("demand.drl"), "annualOutput > $min", "annualOutput >= $min");
        ClassicEngine classic = new ClassicEngine(PlainPack.read(wrong));
        List<String> differences = new ArrayList<>();

        for (long seed = 0; seed < 400 && differences.isEmpty(); seed++) {
            Universe known = Completions.draw(RandomUniverses.draw(20_000 + seed, Size.SMALL), new Random(seed));
            differences.addAll(
                    differences("", known, pack, Packs.screener(Packs.dense()), classic, new AtomicInteger()));
        }

        assertThat(differences).isNotEmpty().allMatch(one -> one.contains("market-beyond"));
    }

    private static List<String> differences(
            String where,
            Universe universe,
            PlainPack pack,
            Screener screener,
            ClassicEngine classic,
            AtomicInteger fired) {
        List<String> wrong = new ArrayList<>();
        Facts facts = Completions.today(universe);
        List<Explanation> pairs =
                screener.open(universe).result().explanations().toList();
        for (City city : facts.cities()) {
            Scene.all(facts, city, pack).forEach((project, scene) -> {
                Map<String, Set<Set<FactRef>>> matches = classic.fire(scene);
                fired.addAndGet(matches.size());
                String here = where + ", " + project + " in " + city.id() + ": ";
                wrong.addAll(against(here + "oracle ", matches, oracle(pack, scene)));
                pairs.stream()
                        .filter(one -> one.assessment().project().equals(project)
                                && one.assessment().city().equals(city.id()))
                        .forEach(one -> wrong.addAll(witnesses(here + "engine ", matches, one)));
            });
        }
        return wrong;
    }

    private static Map<String, Set<Set<FactRef>>> oracle(PlainPack pack, Scene scene) {
        Map<String, Set<Set<FactRef>>> matches = new TreeMap<>();
        Oracle.judge(pack, scene).forEach((rule, outcome) -> {
            if (outcome.truth() == Truth.TRUE) {
                Set<Set<FactRef>> facts = new HashSet<>();
                outcome.certain().forEach(match -> facts.add(new TreeSet<>(match.facts())));
                matches.put(rule, facts);
            }
        });
        return matches;
    }

    /** Differences in the rules that fire and the sets of facts on which they fire. */
    private static List<String> against(
            String who, Map<String, Set<Set<FactRef>>> classic, Map<String, Set<Set<FactRef>>> other) {
        Set<String> rules = new TreeSet<>(classic.keySet());
        rules.addAll(other.keySet());
        return rules.stream()
                .filter(rule -> !classic.getOrDefault(rule, Set.of()).equals(other.getOrDefault(rule, Set.of())))
                .map(rule -> who + rule + ": " + other.get(rule) + ", classic " + classic.get(rule))
                .toList();
    }

    /** Differences in the rules that fire, and findings whose facts are not a match of the rule. */
    private static List<String> witnesses(String who, Map<String, Set<Set<FactRef>>> classic, Explanation explanation) {
        List<String> wrong = new ArrayList<>();
        Set<String> rules = new TreeSet<>();
        for (Finding finding : explanation.findings()) {
            rules.add(finding.rule());
            if (!classic.getOrDefault(finding.rule(), Set.of()).contains(new TreeSet<>(finding.facts()))) {
                wrong.add(who + finding.rule() + " rests on " + finding.facts() + ", classic "
                        + classic.get(finding.rule()));
            }
        }
        if (!rules.equals(new TreeSet<>(classic.keySet()))) {
            wrong.add(who + "finds " + rules + ", classic " + new TreeSet<>(classic.keySet()));
        }
        explanation.undetermined().forEach(one -> wrong.add(who + "cannot say " + one.rule()));
        return wrong;
    }
}
