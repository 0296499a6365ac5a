package dev.winnow.workbench.mutate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.Bakery;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.evaluate.EvaluationContext;
import dev.winnow.engine.oracle.Packs;
import dev.winnow.engine.oracle.RandomUniverses;
import dev.winnow.engine.oracle.RandomUniverses.Size;
import dev.winnow.language.check.CheckedRule;
import dev.winnow.language.pack.PackFiles;
import dev.winnow.model.domain.City;
import dev.winnow.model.domain.Project;
import dev.winnow.model.source.Message;
import dev.winnow.model.universe.Facts;
import dev.winnow.model.universe.Universe;
import dev.winnow.workbench.mutate.Mutant.Kind;
import dev.winnow.workbench.testing.RuleResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is called equivalent never differs; and the arguments say why. */
class EquivalenceTest {

    private static final int UNIVERSES = 60;

    @TempDir
    private Path folder;

    private record Pair(CheckedRule rule, MutatedRule variant) {}

    static List<Path> packs() {
        return Packs.all();
    }

    private static List<Pair> equivalent(RulePack pack, Path folder) {
        Mutations mutations = new Mutations(pack, PackFiles.read(folder, new ArrayList<>()));
        Equivalence equivalence = new Equivalence(pack.checkedRules());
        List<Pair> pairs = new ArrayList<>();
        for (CheckedRule rule : pack.checkedRules()) {
            for (MutatedRule variant : mutations.of(rule)) {
                if (variant.mutant().kind() != Kind.FAMILY && equivalence.why(rule, variant) != null) {
                    pairs.add(new Pair(rule, variant));
                }
            }
        }
        return pairs;
    }

    @ParameterizedTest
    @MethodSource("packs")
    void whatIsCalledEquivalentNeverDiffersInRandomUniverses(Path name) {
        RulePack pack = Packs.pack(name);
        List<Pair> pairs = equivalent(pack, name);
        assertThat(pairs.isEmpty())
                .as("a pack of awards at fixed limits leaves none")
                .isEqualTo(name.endsWith("chips-act") || name.endsWith("data-centre"));
        LongStream.range(0, UNIVERSES).parallel().forEach(seed -> {
            Universe universe =
                    RandomUniverses.draw(50_000 + seed, Size.SMALL).universe().with(pack.vocabulary());
            Facts facts = universe.asOf(universe.asOf(), true);
            for (City city : facts.cities()) {
                EvaluationContext context =
                        EvaluationContext.of(facts, city, pack.limitTable().on(facts.asOf()), null);
                for (Project project : facts.projects()) {
                    for (Pair pair : pairs) {
                        assertThat(RuleResult.walked(pair.variant().rule(), context, project))
                                .as("seed %d: %s", seed, pair.variant().mutant())
                                .isEqualTo(RuleResult.walked(pair.rule(), context, project));
                    }
                }
            }
        });
    }

    private List<String> why(String patterns) {
        Bakery bakery = Bakery.in(folder)
                .edit("sense.drl", "  Project( $id : id )\n", "")
                .edit("sense.drl", "  Milestone( project == $id, step == \"production\", $day : reached )\n", patterns)
                .edit("sense.drl", "since %s\", $day", "before\"");
        RulePack pack = bakery.draft();
        Equivalence equivalence = new Equivalence(pack.checkedRules());
        CheckedRule rule = pack.checkedRules().stream()
                .filter(one -> one.id().equals("baked-before"))
                .findFirst()
                .orElseThrow();
        List<String> why = new ArrayList<>();
        for (MutatedRule variant : new Mutations(pack, PackFiles.read(bakery.folder(), new ArrayList<>())).of(rule)) {
            Message reason = equivalence.why(rule, variant);
            if (reason != null) {
                why.add(variant.mutant().before() + " → " + variant.mutant().after() + ": " + reason);
            }
        }
        return why;
    }

    @Test
    void aConditionThatNeverFailsCanGo() {
        assertThat(why("  Project( yieldRate < 1, linkedFirms >= 0 )\n")).isEmpty(); // it may be unknown
        assertThat(why("  Project( $id : id )\n  Milestone( project == $id )\n  ChainLink( upstream.size() >= 0 )\n"))
                .containsExactly("upstream.size() >= 0 → : `upstream.size() >= 0` can never fail");
    }

    @Test
    void aListWithoutMembersHasNone() {
        String project = "  Project( $links : links, links.size() > 0 )\n";
        assertThat(why(project + "  Presence( link memberOf $links )\n"))
                .containsExactly("> → >=: `link memberOf $links` fails where `links` has no member");
        assertThat(why(project + "  accumulate( Presence( link memberOf $links ); $n : count(1); $n > 0 )\n"))
                .containsExactly("> → >=: `link memberOf $links` fails where `links` has no member");
        assertThat(why(project + "  Presence( link not memberOf $links )\n")).isEmpty();
        assertThat(why(project + "  not Presence( link memberOf $links )\n")).isEmpty();
        assertThat(why(project + "  accumulate( Presence( link memberOf $links ); $n : count(1); $n < 1 )\n"))
                .isEmpty();
    }

    @Test
    void aRowThatNobodyWroteDownMightBeAMemberOfAnything() {
        assertThat(why("  Project( $buyers : committedBuyers, committedBuyers.size() > 0 )\n"
                        + "  LeadUser( firm memberOf $buyers )\n"))
                .isEmpty();
    }

    @Test
    void aConditionThatALaterNotDeniesIsRedundant() {
        String rule = "  Project( $links : links )\n  Presence( link memberOf $links, held == false, $c : chain )\n";
        assertThat(why(rule + "  not Presence( chain == $c, held == true )\n"))
                .containsExactly(
                        "held == false → : where it fails, `not Presence( chain == $c, held == true )` fails too");
        assertThat(why(rule + "  not Presence( chain == $c, held == false )\n")).isEmpty();
        assertThat(why(rule + "  not Presence( chain == $c, held == true, stage == \"oven\" )\n"))
                .isEmpty();
        assertThat(why(rule + "  not Coverage( chain == $c, held == true )\n")).isEmpty();
    }

    @Test
    void whatIsCountedMattersEvenWhereTheCountCannotFail() {
        String held = "  Project()\n  ChainLink( $c : chain )\n"
                + "  accumulate( Presence( chain == $c, held == true ); $h : count(1); $h > 0 )\n";
        assertThat(why(held + "  accumulate( Presence( chain == $c ); $n : count(1); $n > 0 )\n"))
                .containsExactly("> → >=: `$n > 0` can never fail here, and neither can this");
    }

    @Test
    void aFamilyOfOneCountsAsItWouldAlone() {
        Bakery bakery = Bakery.in(folder);
        RulePack pack = bakery.load();
        CheckedRule rule = pack.checkedRules().get(0);
        MutatedRule dropped = new Mutations(pack, PackFiles.read(bakery.folder(), new ArrayList<>()))
                .of(rule).stream()
                        .filter(variant -> variant.mutant().kind() == Kind.FAMILY)
                        .findFirst()
                        .orElseThrow();
        assertThat(new Equivalence(pack.checkedRules()).why(rule, dropped))
                .hasToString("no other rule is of the family `market`, so it counts as it would alone");
    }
}
