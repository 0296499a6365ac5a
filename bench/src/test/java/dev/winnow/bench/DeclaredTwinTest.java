package dev.winnow.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.language.internal.check.Reads;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.universe.Universe;
import dev.winnow.tables.internal.entries.Synthesis;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two packs that do the same work, for measuring the cost of declared facts. */
class DeclaredTwinTest {

    private static List<Explanation> builtIn;
    private static List<Explanation> declared;
    private static DeclaredTwin twin;

    @BeforeAll
    static void screen() throws IOException {
        Path rules = Path.of("..", "rules", "semiconductor");
        twin = new DeclaredTwin(rules);
        Universe words = Universe.read(RulePack.load(rules).vocabulary(), Path.of("..", "seeds", "semiconductor"));
        Universe universe = twin.draw(new Synthesis(words, 7), 60, 4);
        builtIn = explained(twin.builtIn(), universe);
        declared = explained(twin.declared(), universe);
    }

    private static List<Explanation> explained(RulePack pack, Universe universe) {
        return Screener.of(pack).open(universe).result().explanations().toList();
    }

    @Test
    void bothPacksGiveEqualResults() {
        assertThat(builtIn).hasSize(declared.size()).hasSizeGreaterThan(200);
        for (int i = 0; i < builtIn.size(); i++) {
            Explanation one = builtIn.get(i);
            Explanation other = declared.get(i);
            assertThat(other.assessment().score()).isEqualTo(one.assessment().score());
            assertThat(other.assessment().verdict()).isEqualTo(one.assessment().verdict());
            assertThat(other.assessment().rank()).isEqualTo(one.assessment().rank());
            assertThat(reasons(other)).isEqualTo(reasons(one));
            assertThat(open(other)).isEqualTo(open(one));
        }
        assertThat(builtIn.stream().flatMap(one -> reasons(one).stream())).hasSizeGreaterThan(1_000);
    }

    @Test
    void theOneReadsBuiltInFactsAndTheOtherDeclaredOnes() {
        assertThat(twin.builtIn().rules()).hasSizeGreaterThan(20);
        assertThat(facts(twin.builtIn()))
                .contains("project.links", "project.endMarkets", "project.track", "project.fundingNeed")
                .contains("city.demands.endMarket", "city.funds.tracks", "city.districts.specialisms")
                .noneMatch(fact -> fact.contains("declared"));
        assertThat(facts(twin.declared()).stream().map(DeclaredTwinTest::builtIn))
                .containsExactlyInAnyOrderElementsOf(facts(twin.builtIn()));
        // A pack cannot declare twins of these facts.
        assertThat(facts(twin.declared()))
                .filteredOn(fact -> !fact.contains("declared"))
                .allMatch(
                        fact -> fact.matches(
                                "(asOf|chains\\.links|city\\.coverages|city\\.presences|project\\.milestones)\\..*|project\\.(id|milestonesComplete)"));
    }

    private static Set<String> facts(RulePack pack) {
        return pack.checkedRules().stream()
                .flatMap(rule -> Reads.facts(rule).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> reasons(Explanation explanation) {
        return explanation.findings().stream()
                .map(finding -> finding.rule() + " " + finding.share() + " " + finding.reason() + " " + finding.also()
                        + finding.evidence().size())
                .toList();
    }

    private static List<String> open(Explanation explanation) {
        return explanation.undetermined().stream()
                .map(one -> one.rule() + " " + one.points() + " "
                        + one.missing().stream()
                                .map(DeclaredTwinTest::builtIn)
                                .sorted()
                                .toList())
                .toList();
    }

    /** Returns the fact that a declared one copies. */
    private static String builtIn(String fact) {
        StringBuilder name = new StringBuilder(fact);
        int at = name.indexOf("declared");
        if (at >= 0) {
            name.delete(at, at + "declared".length());
            name.setCharAt(at, Character.toLowerCase(name.charAt(at)));
        }
        return name.toString();
    }
}
