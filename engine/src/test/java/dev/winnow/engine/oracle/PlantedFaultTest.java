package dev.winnow.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.Explained;
import dev.winnow.engine.Screener;
import dev.winnow.engine.oracle.RandomUniverses.Size;
import dev.winnow.model.universe.Universe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The comparison of engine and oracle would detect a fault in either. */
class PlantedFaultTest {

    private static final int UNIVERSES = 60;

    /** Number of packs with randomly declared facts. */
    private static final int RANDOM_PACKS = 40;

    /** Some faults show only rarely. */
    private static final int MANY = 2_000;

    /** Number of completions tried for a universe whose results are wrong. */
    private static final int COMPLETIONS = 40;

    /** Almost nothing is recommended if much is unknown. */
    private static final Size MOSTLY_KNOWN = new Size(1, 8, 3, 0.05, 0.5);

    private static final PlainPack RIGHT = PlainPack.read(Packs.dense());

    /** Universes and correct results that all faults are compared with, computed once. */
    private static final Map<Long, Drawn> DRAWN = new HashMap<>();

    private static final Map<Integer, Declaring> DECLARING = new HashMap<>();

    @TempDir
    private static Path folder;

    /** A random universe with the correct results of engine and oracle. */
    private record Drawn(Spec spec, Universe universe, Explained screening, List<Judged> right) {

        private static Drawn of(long seed) {
            Spec spec = RandomUniverses.draw(seed, seed % 2 == 0 ? MOSTLY_KNOWN : Size.SMALL);
            Universe universe = spec.universe();
            return new Drawn(
                    spec,
                    universe,
                    Explained.of(Packs.screener(Packs.dense()), universe),
                    Judged.today(RIGHT, universe));
        }

        private Position rightly(Judged one) {
            return Position.of(
                    RIGHT, Judged.get(right, one.project(), one.city()).board());
        }
    }

    /** A random pack with randomly declared facts. */
    private record Declaring(Path files, Words words, Screener screener) {

        private static Declaring of(int number) {
            Declarations declared = Declarations.parse(RandomVocabulary.yaml(number));
            Path own = folder.resolve("pack-" + number);
            Screener screener = Screener.of(RandomPacks.draw(number, declared, own));
            return new Declaring(own, Words.of(declared), screener);
        }
    }

    private static Drawn drawn(long seed) {
        return DRAWN.computeIfAbsent(seed, Drawn::of);
    }

    private static Declaring declaring(int number) {
        return DECLARING.computeIfAbsent(number, Declaring::of);
    }

    @AfterAll
    static void forget() {
        DRAWN.clear();
        DECLARING.clear();
    }

    static Stream<Fault> polarities() {
        return Arrays.stream(Fault.values()).filter(Fault::isPolarity);
    }

    @ParameterizedTest
    @EnumSource
    void faultIsDetectedByDisagreement(Fault fault) {
        PlainPack wrong = PlainPack.read(Packs.dense(), fault);
        List<String> found = new ArrayList<>();

        for (long seed = 0; seed < MANY && found.isEmpty(); seed++) {
            Drawn drawn = drawn(seed);
            try {
                found.addAll(Agreement.differences(Judged.today(wrong, drawn.universe()), drawn.screening()));
                if (!found.isEmpty()) {
                    found.removeAll(Agreement.differences(drawn.right(), drawn.screening()));
                }
            } catch (IllegalArgumentException e) {
                found.add(e.getMessage()); // a fault may give a share whose low exceeds its high, which the oracle's
                // sums reject
            }
        }

        assertThat(found).as("differences found with %s", fault).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("polarities")
    void violatesTheLawOfCertainAndPossible(Fault fault) {
        PlainPack wrong = PlainPack.read(Packs.dense(), fault);
        Screener screener = Packs.screener(Packs.dense());
        List<String> violations = new ArrayList<>();

        for (long seed = 0; seed < MANY && violations.isEmpty(); seed++) {
            Drawn drawn = drawn(seed);
            // Correct results obey the law: see SoundnessTest.
            List<Judged> before = Judged.today(wrong, drawn.universe());
            before.removeIf(one -> Soundness.isSame(Position.of(wrong, one.board()), drawn.rightly(one)));
            Random random = new Random(seed);
            for (int i = 0; i < COMPLETIONS && !before.isEmpty() && violations.isEmpty(); i++) {
                Explained after = Explained.of(screener, Completions.draw(drawn.spec(), drawn.universe(), random));
                before.forEach(one -> violations.addAll(Soundness.violations(
                        fault.name(),
                        Position.of(wrong, one.board()),
                        Position.of(after.find(one.project(), one.city())))));
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
    void faultIsDetectedInRandomPacks(Fault fault) {
        List<String> found = new ArrayList<>();

        for (int number = 0; number < RANDOM_PACKS && found.isEmpty(); number++) {
            Declaring pack = declaring(number);
            PlainPack wrong = PlainPack.read(RandomPacks.files(pack.files()), fault);
            for (long seed = 0; seed < UNIVERSES && found.isEmpty(); seed++) {
                Universe universe =
                        RandomUniverses.draw(seed, Size.SMALL, pack.words()).universe();
                found.addAll(
                        Agreement.differences(Judged.today(wrong, universe), Explained.of(pack.screener(), universe)));
                found.removeIf(Agreement::isOnlyACitysName);
            }
        }

        assertThat(found).as("differences found with %s", fault).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("ofDeclaredThatSayTooMuch")
    void violatesTheBoundsOfRandomPacks(Fault fault) {
        List<String> violations = new ArrayList<>();

        for (int number = 0; number < RANDOM_PACKS && violations.isEmpty(); number++) {
            Declaring pack = declaring(number);
            PlainPack wrong = PlainPack.read(RandomPacks.files(pack.files()), fault);
            for (long seed = 0; seed < UNIVERSES && violations.isEmpty(); seed++) {
                Spec spec = RandomUniverses.draw(seed, Size.SMALL, pack.words());
                Universe universe = spec.universe();
                List<Judged> before = Judged.today(wrong, universe);
                Explained.of(pack.screener(), Completions.draw(spec, universe, new Random(seed)))
                        .pairs()
                        .forEach(one -> violations.addAll(Soundness.outside(
                                fault.name(),
                                Position.of(
                                        wrong,
                                        Judged.get(
                                                        before,
                                                        one.assessment().project(),
                                                        one.assessment().city())
                                                .board()),
                                Position.of(one))));
            }
        }

        assertThat(violations).as("violations found with %s", fault).isNotEmpty();
    }

    @Test
    void aMisreadPackDisagreesOnEveryChangedRule(@TempDir Path copy) {
        Path wrong = Packs.copy(Packs.dense(), copy);
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
            Drawn drawn = drawn(seed);
            differences.addAll(Agreement.differences(drawn.right(), Explained.of(screener, drawn.universe())));
        }

        assertThat(changed).allSatisfy(rule -> assertThat(differences).anyMatch(one -> one.contains(rule)));
        assertThat(differences).noneMatch(one -> one.contains("user-invests"));
    }
}
