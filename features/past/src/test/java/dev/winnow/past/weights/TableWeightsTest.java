package dev.winnow.past.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.winnow.model.source.Document;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Fraction;
import dev.winnow.past.weights.ImpliedWeights.Figure;
import dev.winnow.past.weights.ImpliedWeights.Prospect;
import dev.winnow.past.weights.Statement.Classed;
import dev.winnow.past.weights.Statement.Ranked;
import dev.winnow.past.weights.TableWeights.Alternatives;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The five ways to work of Jacquet-Lagrèze and Siskos (1982) with linear values. The expected numbers were computed by
 * HiGHS; most are short fractions, such as 14/47 for the lowest weight of the price.
 */
class TableWeightsTest {

    private static final Place PLACE = Place.file("ranks.csv");

    private final List<Problem> problems = new ArrayList<>();

    private final Alternatives ways = table("""
            - [way, price (low is better), time (low), comfort]
            - [RER, 3, 10, 1]
            - [METRO1, 4, 20, 2]
            - [METRO2, 2, 20, 0]
            - [BUS, 6, 40, 0]
            - [TAXI, 30, 30, 3]
            """);

    @Test
    void theRankingOfTheWaysToWorkGivesTheRangeOfEachWeightAndTheLargestSeparation() {
        ImpliedWeights weights = TableWeights.of(
                ways,
                List.of(
                        new Ranked("RER", "METRO1", false, PLACE),
                        new Ranked("METRO1", "METRO2", true, PLACE),
                        new Ranked("METRO1", "BUS", false, PLACE),
                        new Ranked("BUS", "TAXI", false, PLACE)),
                BigDecimal.ZERO);
        assertThat(weights.fits()).isTrue();
        assertThat(weights.separation()).isEqualByComparingTo("0.168");
        assertThat(ranges(weights))
                .containsExactly("price 0.297873–0.903225", "time 0–0.670212", "comfort 0.031915–0.096774");
    }

    @Test
    void theRanksAsClassesAreReproducedWithoutError() {
        List<Statement> classes = List.of(
                new Classed("RER", 1, PLACE),
                new Classed("METRO1", 2, PLACE),
                new Classed("METRO2", 2, PLACE),
                new Classed("BUS", 3, PLACE),
                new Classed("TAXI", 4, PLACE));
        ImpliedWeights weights = TableWeights.of(ways, classes, BigDecimal.ZERO);
        assertThat(weights.fits()).isTrue();
        assertThat(weights.separation()).isEqualByComparingTo("0.175572");
        assertThat(ranges(weights)).startsWith("price 0.28–0.903225", "time 0–0.72", "comfort 0–0.3");
        assertThat(weights.figures()).hasSize(6);
    }

    @Test
    void theWeightsInTheCentreGiveTheRanking() {
        ImpliedWeights weights = TableWeights.of(
                ways,
                List.of(new Ranked("RER", "METRO1", false, PLACE), new Ranked("METRO2", "TAXI", false, PLACE)),
                BigDecimal.ZERO);
        double[] centre = weights.figures().stream()
                .mapToDouble(one -> Objects.requireNonNull(one.range()).centre().doubleValue())
                .toArray();
        assertThat(score("RER", centre)).isGreaterThan(score("METRO1", centre));
        assertThat(score("METRO2", centre)).isGreaterThan(score("TAXI", centre));
        assertThat(centre[0] + centre[1] + centre[2]).isCloseTo(1, within(1e-9));
    }

    @Test
    void aRankingAgainstDominanceContradictsItself() {
        ImpliedWeights weights = TableWeights.of(
                ways,
                List.of(new Ranked("TAXI", "RER", false, PLACE), new Ranked("BUS", "RER", false, PLACE)),
                BigDecimal.ZERO);
        assertThat(weights.fits()).isFalse();
        assertThat(weights.contradictions()).containsExactly(List.of(new Ranked("BUS", "RER", false, PLACE)));
        assertThat(weights.changes()).containsExactly(List.of(new Ranked("BUS", "RER", false, PLACE)));
        assertThat(weights.isLeast()).isTrue();
    }

    @Test
    void theRangeOfAWeightThatNoDecimalGivesIsTheDecimalBelowIt() {
        Alternatives table = table("""
                - [way, price, time, comfort]
                - [a, 1, 0, 0]
                - [b, 0, 1, 0]
                - [c, 0, 0, 1]
                """);
        ImpliedWeights weights = TableWeights.of(
                table, List.of(new Ranked("a", "b", true, PLACE), new Ranked("b", "c", true, PLACE)), BigDecimal.ZERO);
        assertThat(ranges(weights))
                .containsExactly("price 0.333333–0.333333", "time 0.333333–0.333333", "comfort 0.333333–0.333333");
    }

    @Test
    void rowsThatDifferByAHundredMillionthAreRankedExactly() {
        Random random = new Random(1);
        for (int run = 0; run < 60; run++) {
            Map<String, List<Fraction>> rows = new LinkedHashMap<>();
            for (int row = 0; row < 18; row++) {
                rows.put(
                        "r" + row,
                        IntStream.range(0, 7)
                                .mapToObj(any -> Fraction.of(50_000_000 + random.nextInt(3))
                                        .over(Fraction.of(100_000_000)))
                                .toList());
            }
            List<Statement> ranking = new ArrayList<>();
            for (int row = 0; row < 17; row++) { // the sum of all criteria ranks them, so equal weights agree
                String one = "r" + row;
                String other = "r" + (row + 1);
                int order = sum(rows, one).compareTo(sum(rows, other));
                ranking.add(new Ranked(order < 0 ? other : one, order < 0 ? one : other, order == 0, PLACE));
            }
            Alternatives table = new Alternatives(List.of("a", "b", "c", "d", "e", "f", "g"), rows);
            assertThat(TableWeights.of(table, ranking, BigDecimal.ZERO).fits()).isTrue();
        }
    }

    private static Fraction sum(Map<String, List<Fraction>> rows, String name) {
        return Objects.requireNonNull(rows.get(name)).stream().reduce(Fraction.ZERO, Fraction::plus);
    }

    @Test
    void noRowIsPreferredToItself() {
        Node root = Objects.requireNonNull(Document.parse("r.yaml", """
                - {better: BUS, worse: BUS}
                - {name: RER, rank: 1}
                - {name: RER, rank: 2}
                """, problems));
        assertThat(TableReader.statements(root.items(), ways.rows().keySet(), problems))
                .isEmpty();
        assertThat(problems)
                .extracting(one -> one.what().toString())
                .containsExactly("`BUS` cannot be preferred to itself");
    }

    @Test
    void rowsWithoutRankAreComparedForAllWeights() {
        ImpliedWeights weights =
                TableWeights.of(ways, List.of(new Ranked("RER", "TAXI", false, PLACE)), BigDecimal.ZERO);
        Prospect metro = weights.prospects().stream()
                .filter(one -> one.pair().project().equals("METRO2"))
                .findFirst()
                .orElseThrow();
        assertThat(metro.ahead()).extracting(one -> one.project()).containsExactly("BUS"); // it dominates the bus
        assertThat(metro.behind()).isEmpty();
    }

    @Test
    void everyProblemOfTheTableIsReported() {
        Alternatives read = table("""
                - [way, price, colour, seats]
                - [a, 3, 1, 2]
                - [b, cheap, 2, 2]
                - [a, 4, 2, 2]
                - [c, 5, 3, 2]
                """);
        assertThat(read.rows()).containsOnlyKeys("a", "c");
        assertThat(read.criteria()).containsExactly("price", "colour");
        assertThat(problems)
                .extracting(one -> one.what().toString())
                .containsExactly("`cheap` is not a number", "duplicate `a`", "all figures of `seats` are equal");
    }

    private double score(String name, double... weights) {
        double score = 0;
        for (int i = 0; i < weights.length; i++) {
            score += weights[i]
                    * Objects.requireNonNull(ways.rows().get(name)).get(i).toDouble();
        }
        return score;
    }

    private static List<String> ranges(ImpliedWeights weights) {
        return weights.figures().stream()
                .filter(Figure::weight)
                .map(one -> one.id() + " "
                        + Objects.requireNonNull(one.range())
                                .low()
                                .stripTrailingZeros()
                                .toPlainString() + "–"
                        + one.range().high().stripTrailingZeros().toPlainString())
                .toList();
    }

    private Alternatives table(String yaml) {
        Node root = Objects.requireNonNull(Document.parse("t.yaml", yaml, problems));
        List<List<Node>> rows = root.items().stream().map(Node::items).toList();
        return TableReader.read(rows.get(0), rows.subList(1, rows.size()), List.of(), problems);
    }
}
