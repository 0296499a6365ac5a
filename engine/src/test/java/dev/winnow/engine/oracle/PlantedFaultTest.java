package dev.winnow.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.Screener;
import dev.winnow.engine.oracle.RandomUniverses.Size;
import dev.winnow.model.result.Screening;
import dev.winnow.model.universe.Universe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The checks that hold engine and oracle together would notice a mistake in either. */
class PlantedFaultTest {

    private static final int UNIVERSES = 60;

    /** Each with facts that it declares at random. */
    private static final int RANDOM_PACKS = 40;

    /** Some mistakes show but rarely. */
    private static final int MANY = 2_000;

    static Stream<Fault> polarities() {
        return Arrays.stream(Fault.values()).filter(Fault::isPolarity);
    }

    @ParameterizedTest
    @EnumSource
    void isADisagreement(Fault fault) {
        PlainPack right = PlainPack.read(Packs.dense());
        PlainPack wrong = PlainPack.read(Packs.dense(), fault);
        Screener screener = Packs.screener(Packs.dense());
        List<String> found = new ArrayList<>();

        for (long seed = 0; seed < MANY && found.isEmpty(); seed++) {
            Universe universe = RandomUniverses.draw(seed, Size.MIDDLE).universe();
            Screening screening = screener.screen(universe);
            try {
                found.addAll(Agreement.differences(Judged.today(wrong, universe), screening));
                if (!found.isEmpty()) {
                    found.removeAll(Agreement.differences(Judged.today(right, universe), screening));
                }
            } catch (IllegalArgumentException e) {
                found.add(e.getMessage()); // a share that is more at least than at most breaks the oracle's own sums
            }
        }

        assertThat(found).as("differences found with %s", fault).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("polarities")
    void breaksTheLawOfCertainAndPossible(Fault fault) {
        PlainPack wrong = PlainPack.read(Packs.dense(), fault);
        Screener screener = Packs.screener(Packs.dense());
        List<String> violations = new ArrayList<>();

        for (long seed = 0; seed < MANY && violations.isEmpty(); seed++) {
            Spec spec = RandomUniverses.draw(seed, Size.SMALL);
            Universe universe = spec.universe();
            List<Judged> before = Judged.today(wrong, universe);
            Random random = new Random(seed);
            for (int i = 0; i < 6; i++) {
                Screening after = screener.screen(Completions.draw(spec, universe, random));
                after.assessments()
                        .forEach(one -> violations.addAll(Soundness.violations(
                                fault.name(),
                                Position.of(
                                        wrong,
                                        Judged.get(before, one.project(), one.city())
                                                .board()),
                                Position.of(one))));
            }
        }

        assertThat(violations).as("violations found with %s", fault).isNotEmpty();
    }

    static Stream<Fault> ofDeclared() {
        return Arrays.stream(Fault.values()).filter(Fault::isOfDeclared);
    }

    static Stream<Fault> ofDeclaredThatSayTooMuch() {
        return ofDeclared().filter(Fault::isPolarity);
    }

    @ParameterizedTest
    @MethodSource("ofDeclared")
    void isADisagreementOfRandomPacks(Fault fault, @TempDir Path folder) {
        List<String> found = new ArrayList<>();

        for (int number = 0; number < RANDOM_PACKS && found.isEmpty(); number++) {
            Declarations declared = Declarations.parse(RandomVocabulary.yaml(number));
            Path own = folder.resolve("pack-" + number);
            Screener screener = Screener.of(RandomPacks.draw(number, declared, own));
            PlainPack wrong = PlainPack.read(RandomPacks.files(own), fault);
            for (long seed = 0; seed < UNIVERSES && found.isEmpty(); seed++) {
                Universe universe = RandomUniverses.draw(seed, Size.SMALL, Words.of(declared))
                        .universe();
                found.addAll(Agreement.differences(Judged.today(wrong, universe), screener.screen(universe)));
                found.removeIf(FusedOnRandomPacksTest::isOnlyACitysName);
            }
        }

        assertThat(found).as("differences found with %s", fault).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("ofDeclaredThatSayTooMuch")
    void leavesTheBoundsOfRandomPacks(Fault fault, @TempDir Path folder) {
        List<String> violations = new ArrayList<>();

        for (int number = 0; number < RANDOM_PACKS && violations.isEmpty(); number++) {
            Declarations declared = Declarations.parse(RandomVocabulary.yaml(number));
            Path own = folder.resolve("pack-" + number);
            Screener screener = Screener.of(RandomPacks.draw(number, declared, own));
            PlainPack wrong = PlainPack.read(RandomPacks.files(own), fault);
            for (long seed = 0; seed < UNIVERSES && violations.isEmpty(); seed++) {
                Spec spec = RandomUniverses.draw(seed, Size.SMALL, Words.of(declared));
                Universe universe = spec.universe();
                List<Judged> before = Judged.today(wrong, universe);
                screener.screen(Completions.draw(spec, universe, new Random(seed)))
                        .assessments()
                        .forEach(one -> violations.addAll(Soundness.outside(
                                fault.name(),
                                Position.of(
                                        wrong,
                                        Judged.get(before, one.project(), one.city())
                                                .board()),
                                Position.of(one))));
            }
        }

        assertThat(violations).as("violations found with %s", fault).isNotEmpty();
    }

    @Test
    void aPackReadWronglyIsADisagreementOnEveryRuleThatWasChanged(@TempDir Path folder) {
        PlainPack right = PlainPack.read(Packs.dense());
        Path wrong = Packs.copy(Packs.dense(), folder);
        List<String> changed =
                List.of("no-small-market", "users-at-most-two", "market-or-claim", "no-other-fund", "knock-out-poor");
        Packs.edit(
                wrong.resolve("demand.drl"),
                "not Demand( endMarket memberOf $markets, annualOutput <= $small )",
                "not Demand( endMarket memberOf $markets, annualOutput >= $small )");
        Packs.edit(wrong.resolve("demand.drl"), "$users <= $two )", "$users < $two )");
        Packs.edit(wrong.resolve("demand.drl"), "!( annualOutput < $small )", "annualOutput < $small");
        Packs.edit(
                wrong.resolve("money.drl"),
                "not Fund( kind not in ( \"market\" ), available > 0 )",
                "not Fund( kind in ( \"market\" ), available > 0 )");
        Packs.edit(
                wrong.resolve("order.drl"),
                "Project( yieldRate < $half, domesticEquipmentRate",
                "Project( yieldRate <= $half, domesticEquipmentRate");
        Screener screener = Packs.screener(wrong);
        List<String> differences = new ArrayList<>();

        for (long seed = 0; seed < UNIVERSES; seed++) {
            Universe universe = RandomUniverses.draw(seed, Size.MIDDLE).universe();
            differences.addAll(Agreement.differences(Judged.today(right, universe), screener.screen(universe)));
        }

        assertThat(changed).allSatisfy(rule -> assertThat(differences).anyMatch(one -> one.contains(rule)));
        assertThat(differences).noneMatch(one -> one.contains("user-invests"));
    }
}
