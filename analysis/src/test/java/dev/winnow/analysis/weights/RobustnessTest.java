package dev.winnow.analysis.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.winnow.engine.PackText;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.engine.ScreeningSession;
import dev.winnow.language.Criterion;
import dev.winnow.language.internal.pack.Importance;
import dev.winnow.model.ShippedFacts;
import dev.winnow.model.Thorough;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.CriterionScore;
import dev.winnow.model.result.Effect;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Side;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.universe.Universe;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Both ends of every interval are verified by screening with the weight just inside and just outside; shares are
 * verified by brute force.
 */
class RobustnessTest {

    private static final Path ROOT = Path.of("..");
    private static final PackText TEXT = PackText.read(ROOT.resolve("rules/battery"));
    private static final RulePack PACK = RulePack.draft(ROOT.resolve("rules/battery"));
    private static final Universe UNIVERSE = Universe.read(ShippedFacts.VOCABULARY, ROOT.resolve("seeds/illustrative"));
    private static final ScreeningSession SESSION = Screener.walking(PACK).open(UNIVERSE);
    private static final List<Assessment> ASSESSMENTS = SESSION.screening().assessments();
    private static final Robustness ROBUSTNESS = Robustness.of(SESSION, ASSESSMENTS);
    private static final List<Ranking> RANKINGS = ROBUSTNESS.rankings().toList();

    /** A weight slightly below: scores move by more than a millionth. */
    private static BigDecimal below(BigDecimal weight) {
        return weight.subtract(step(weight));
    }

    private static BigDecimal above(BigDecimal weight) {
        return weight.add(step(weight));
    }

    private static BigDecimal step(BigDecimal weight) {
        return weight.movePointLeft(3).setScale(6, RoundingMode.UP);
    }

    @TempDir
    private Path folder;

    private final Map<String, Map<String, List<Assessment>>> screened = new HashMap<>();

    /** All assessments of a city with another weight in the pack, best first. */
    private List<Assessment> screened(String city, String criterion, BigDecimal weight) {
        return Objects.requireNonNull(
                screened.computeIfAbsent(criterion + " " + weight, key -> screened(Map.of(criterion, weight)))
                        .get(city));
    }

    private Map<String, List<Assessment>> screened(Map<String, BigDecimal> weights) {
        String outline = TEXT.files().get("pack.yaml").replaceAll("(?m)^order:.*$", "");
        for (Map.Entry<String, BigDecimal> weight : weights.entrySet()) {
            outline = outline.replaceAll(
                    "(\\{id: " + weight.getKey() + ",.* weight: )[0-9.]+",
                    "$1" + weight.getValue().toPlainString());
        }
        String edited = outline;
        RulePack edition =
                Objects.requireNonNull(TEXT.with("pack.yaml", unused -> edited).pack(folder));
        Map<String, List<Assessment>> all = new TreeMap<>();
        for (Assessment one : ASSESSMENTS) {
            Assessment again = SESSION.evaluation(one).under(edition);
            all.computeIfAbsent(again.city(), unused -> new ArrayList<>()).add(again);
        }
        all.values().forEach(list -> list.sort(Screener.BEST_FIRST.thenComparing(Assessment::project)));
        return all;
    }

    private Verdict verdict(Ranking ranking, CandidateRobustness standing, String criterion, BigDecimal weight) {
        return screened(ranking.city(), criterion, weight).stream()
                .filter(one -> one.project().equals(standing.project()))
                .findFirst()
                .orElseThrow()
                .verdict();
    }

    @Test
    void theVerdictChangesJustOutsideAnInterval() {
        int ends = 0;
        for (Ranking ranking : RANKINGS) {
            for (CandidateRobustness standing : ranking.standings()) {
                for (WeightInterval one : standing.weights()) {
                    String what = standing.project() + " in " + ranking.city() + ": " + one;
                    if (one.below() != null) {
                        ends++;
                        assertThat(verdict(ranking, standing, one.criterion(), one.from()))
                                .as(what)
                                .isEqualTo(standing.verdict());
                        assertThat(verdict(ranking, standing, one.criterion(), below(one.from())))
                                .as(what)
                                .isEqualTo(Verdict.valueOf(one.below()));
                    }
                    if (one.to() != null) {
                        ends++;
                        assertThat(verdict(ranking, standing, one.criterion(), one.to()))
                                .as(what)
                                .isEqualTo(standing.verdict());
                        assertThat(verdict(ranking, standing, one.criterion(), above(one.to())))
                                .as(what)
                                .isEqualTo(Verdict.valueOf(Objects.requireNonNull(one.above())));
                    }
                }
            }
        }
        assertThat(ends).isGreaterThan(40);
    }

    @Test
    void justInsideAnIntervalTheFirstStaysFirstAndJustOutsideAnotherIs() {
        int ends = 0;
        for (Ranking ranking : RANKINGS) {
            String first = ranking.first().project();
            for (WeightInterval one : ranking.weights()) {
                if (one.below() != null) {
                    ends++;
                    assertThat(leader(ranking, one, one.from())).as("%s", one).isEqualTo(first);
                    assertThat(leader(ranking, one, below(one.from())))
                            .as("%s", one)
                            .isEqualTo(one.below());
                }
                if (one.to() != null) {
                    ends++;
                    assertThat(leader(ranking, one, one.to())).as("%s", one).isEqualTo(first);
                    assertThat(leader(ranking, one, above(one.to())))
                            .as("%s", one)
                            .isEqualTo(one.above());
                }
            }
        }
        assertThat(ends).isGreaterThan(3);
    }

    private String leader(Ranking ranking, WeightInterval one, BigDecimal weight) {
        return screened(ranking.city(), one.criterion(), weight).get(0).project();
    }

    @Test
    void whereAnIntervalHasNoEndNothingChangesFarAway() {
        for (Ranking ranking : RANKINGS) {
            for (WeightInterval one : ranking.weights()) {
                if (one.to() == null) {
                    assertThat(leader(ranking, one, new BigDecimal("99999")))
                            .as("%s", one)
                            .isEqualTo(ranking.first().project());
                }
                if (one.below() == null) {
                    assertThat(leader(ranking, one, new BigDecimal("0.001")))
                            .as("%s", one)
                            .isEqualTo(ranking.first().project());
                }
            }
        }
    }

    @Test
    void everyEndIsAWeightThatAPackMayGive() {
        List<WeightInterval> all = RANKINGS.stream()
                .flatMap(ranking -> Stream.concat(
                        ranking.weights().stream(),
                        ranking.standings().stream().flatMap(standing -> standing.weights().stream())))
                .toList();
        assertThat(all)
                .filteredOn(one -> one.below() == null)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.from()).isEqualByComparingTo("0.000001"));
        assertThat(all).allSatisfy(one -> {
            assertThat(one.from()).isPositive();
            assertThat(one.least()).isPositive();
        });
        for (Ranking ranking : RANKINGS) {
            for (WeightInterval one : ranking.weights()) {
                assertThat(leader(ranking, one, one.from()))
                        .as("%s", one)
                        .isEqualTo(ranking.first().project());
            }
        }
    }

    @Test
    void allowedWeightsAreBoundedByTheNeighboursInTheOrder() {
        WeightInterval coverage = RANKINGS.get(0).weights().stream()
                .filter(one -> one.criterion().equals("chain-coverage"))
                .findFirst()
                .orElseThrow();
        assertThat(coverage.least()).isEqualByComparingTo("25");
        assertThat(coverage.most()).isEqualByComparingTo("45");
    }

    @Test
    void readingRankingsCityByCityComputesEachOnce() {
        List<String> computed = new ArrayList<>();
        Robustness many = new Robustness(ASSESSMENTS, 1, candidates -> {
            Assessment any = candidates.get(0);
            computed.add(any.city());
            return Objects.requireNonNull(ROBUSTNESS.ranking(any));
        });

        for (Assessment one : ASSESSMENTS) {
            assertThat(many.ranking(one)).isEqualTo(ROBUSTNESS.ranking(one));
        }
        assertThat(computed).containsExactly("alderbay", "birchport", "cedarvale");
        assertThat(many.rankings().toList()).isEqualTo(RANKINGS);
        assertThat(computed).hasSize(6);
    }

    @Test
    void equalSeedsGiveEqualSamples() {
        assertThat(Robustness.of(SESSION, ASSESSMENTS).rankings().toList()).isEqualTo(RANKINGS);
    }

    @Test
    void theRequestedNumberIsSampledAndAnotherSeedDrawsOthers() {
        Robustness few = Robustness.of(SESSION, ASSESSMENTS, 7, 500);

        assertThat(few.rankings().toList()).allSatisfy(ranking -> {
            assertThat(ranking.samples()).isEqualTo(500);
            assertThat(ranking.seed()).isEqualTo(7);
        });
        assertThat(few.rankings().map(Ranking::weights))
                .as("intervals do not depend on the sample")
                .containsExactlyElementsOf(
                        RANKINGS.stream().map(Ranking::weights).toList());
        assertThat(few.rankings().toList())
                .isNotEqualTo(
                        Robustness.of(SESSION, ASSESSMENTS, 8, 500).rankings().toList());
        assertThat(few.rankings().toList())
                .isEqualTo(
                        Robustness.of(SESSION, ASSESSMENTS, 7, 500).rankings().toList());
    }

    /** The published scores of one candidate by criterion. */
    private record Rival(
            Assessment assessment, Map<String, CriterionScore> scores, boolean out, boolean flagged, boolean held) {

        static Rival of(Explanation one) {
            Map<String, CriterionScore> scores = new HashMap<>();
            one.criteria().forEach(score -> scores.put(score.id(), score));
            return new Rival(
                    one.assessment(),
                    scores,
                    one.findings().stream().anyMatch(finding -> finding.effect() == Effect.KNOCK_OUT),
                    one.findings().stream().anyMatch(finding -> finding.effect() == Effect.RED_FLAG),
                    one.undetermined().stream().anyMatch(open -> open.effect() == Effect.KNOCK_OUT));
        }

        double side(Side side, boolean low, Map<String, Double> weights) {
            double sum = 0;
            for (CriterionScore score : scores.values()) {
                if (score.side() == side) {
                    BigDecimal end = low ? score.span().low() : score.span().high();
                    sum += weights.getOrDefault(score.id(), 0.0) * end.doubleValue();
                }
            }
            return Math.floor(sum * 1e6 + 0.001) / 1e6;
        }

        double low(Map<String, Double> weights) {
            return Math.min(side(Side.CITY, true, weights), side(Side.PROJECT, true, weights));
        }

        double other(Map<String, Double> weights) {
            return Math.max(side(Side.CITY, true, weights), side(Side.PROJECT, true, weights));
        }

        Verdict verdict(Map<String, Double> weights) {
            double high = Math.min(side(Side.CITY, false, weights), side(Side.PROJECT, false, weights));
            if (out || high < 25) {
                return Verdict.DECLINE;
            }
            return !flagged && !held && low(weights) >= 50 ? Verdict.RECOMMEND : Verdict.HOLD;
        }

        /** Whether no certain fact prevents its recommendation. */
        boolean mayRise(Map<String, Double> weights) {
            double high = Math.min(side(Side.CITY, false, weights), side(Side.PROJECT, false, weights));
            return !out && !flagged && high >= 50;
        }
    }

    /** Draws weights until they keep to the order: slow, and certainly uniform. */
    private static Map<String, Double> drawn(RulePack pack, Random random) {
        Map<String, Double> weights = new HashMap<>();
        while (true) {
            for (Side side : Side.values()) {
                List<String> ids = pack.criteria().stream()
                        .filter(one -> one.side() == side)
                        .map(Criterion::id)
                        .toList();
                double[] cuts = random.doubles(ids.size() - 1L).sorted().toArray();
                for (int i = 0; i < ids.size(); i++) {
                    double from = i == 0 ? 0 : cuts[i - 1];
                    double to = i == cuts.length ? 1 : cuts[i];
                    weights.put(ids.get(i), to - from);
                }
            }
            boolean keeps = true;
            for (Importance line : pack.order()) {
                keeps &= weights.getOrDefault(line.more(), 0.0) >= weights.getOrDefault(line.less(), 0.0);
            }
            if (keeps) {
                return weights;
            }
        }
    }

    private static void assertNear(String what, Estimate estimate, int times, int samples) {
        double share = (double) times / samples;
        double error = Math.sqrt(share * (1 - share) / samples);
        double both = Math.hypot(error, estimate.error().doubleValue());
        assertThat(estimate.share().doubleValue()).as(what).isCloseTo(share, within(3 * both + 1e-9));
    }

    @Test
    void sharesOfSampledWeightingsAreThoseOfBruteForce() {
        int samples = Thorough.count(8_000, 20_000);
        for (Ranking ranking : RANKINGS) {
            List<Rival> rivals = SESSION.explanations(ASSESSMENTS)
                    .filter(one -> one.assessment().city().equals(ranking.city()))
                    .map(Rival::of)
                    .toList();
            Map<String, Integer> first = new HashMap<>();
            Map<String, Integer> ranked = new HashMap<>();
            Map<String, Integer> unchanged = new HashMap<>();
            Random random = new Random(20_260_108);
            for (int i = 0; i < samples; i++) {
                Map<String, Double> weights = drawn(PACK, random);
                List<Rival> sorted = new ArrayList<>(rivals);
                sorted.sort(Comparator.comparing((Rival one) -> one.verdict(weights))
                        .thenComparing(one -> !one.mayRise(weights))
                        .thenComparing(one -> -one.low(weights))
                        .thenComparing(one -> -one.other(weights))
                        .thenComparing(one -> one.assessment().known(), Comparator.reverseOrder())
                        .thenComparing(one -> one.assessment().project()));
                first.merge(sorted.get(0).assessment().project(), 1, Integer::sum);
                for (int j = 0; j < sorted.size(); j++) {
                    Assessment one = sorted.get(j).assessment();
                    ranked.merge(one.project(), one.rank() == j + 1 ? 1 : 0, Integer::sum);
                    unchanged.merge(
                            one.project(), one.verdict() == sorted.get(j).verdict(weights) ? 1 : 0, Integer::sum);
                }
            }
            for (CandidateRobustness standing : ranking.standings()) {
                CandidateRobustness.Acceptability fared = Objects.requireNonNull(standing.acceptability());
                String what = standing.project() + " in " + ranking.city();
                assertNear(what + " first", fared.first(), first.getOrDefault(standing.project(), 0), samples);
                assertNear(what + " ranked", fared.ranked(), ranked.getOrDefault(standing.project(), 0), samples);
                assertNear(what + " verdict", fared.verdict(), unchanged.getOrDefault(standing.project(), 0), samples);
            }
        }
    }

    @Test
    void howOftenTheFirstIsFirstIsTheSameWithoutTheOthers() {
        for (long seed = 1; seed <= 5; seed++) {
            for (Ranking ranking :
                    Robustness.of(SESSION, ASSESSMENTS, seed, 500).rankings().toList()) {
                Ranking.Leader alone = ranking.leader();
                CandidateRobustness among = ranking.first();
                assertThat(alone.project()).isEqualTo(among.project());
                assertThat(alone.first())
                        .as(ranking.city())
                        .isEqualTo(Objects.requireNonNull(among.acceptability()).first());
            }
        }
    }

    @Test
    void sampledWeightingsKeepToTheOrderAndAreSpreadEvenly() {
        double[][] drawn = Objects.requireNonNull(WeightSampling.of(PACK.criteria(), PACK.order()))
                .draw(20_000, 7);
        double[] means = new double[PACK.criteria().size()];
        List<String> ids = PACK.criteria().stream().map(Criterion::id).toList();
        for (double[] weights : drawn) {
            for (Importance line : PACK.order()) {
                assertThat(weights[ids.indexOf(line.more())]).isGreaterThanOrEqualTo(weights[ids.indexOf(line.less())]);
            }
            for (int i = 0; i < means.length; i++) {
                means[i] += weights[i] / drawn.length;
            }
        }
        // the largest of three ordered, uniform parts of 1 has the mean (1 + 1/2 + 1/3) / 3, and so on
        assertThat(means[ids.indexOf("demand-pull")]).isCloseTo(11.0 / 18, within(0.005));
        assertThat(means[ids.indexOf("chain-coverage")]).isCloseTo(5.0 / 18, within(0.005));
        assertThat(means[ids.indexOf("funding")]).isCloseTo(2.0 / 18, within(0.005));
        assertThat(means[ids.indexOf("chain-action")]).isCloseTo(3.0 / 4, within(0.005));
    }

    @Test
    void anOrderOfSomeLeavesTheOthersFree() {
        RulePack chips = RulePack.draft(ROOT.resolve("rules/chips-act"));
        double[][] drawn = Objects.requireNonNull(WeightSampling.of(chips.criteria(), chips.order()))
                .draw(20_000, 7);
        Random random = new Random(3);
        double[] means = new double[chips.criteria().size()];
        double[] brute = new double[means.length];
        for (double[] weights : drawn) {
            Map<String, Double> other = drawn(chips, random);
            for (int i = 0; i < means.length; i++) {
                means[i] += weights[i] / drawn.length;
                brute[i] += other.getOrDefault(chips.criteria().get(i).id(), 0.0) / drawn.length;
            }
        }
        for (int i = 0; i < means.length; i++) {
            assertThat(means[i]).as(chips.criteria().get(i).id()).isCloseTo(brute[i], within(0.008));
        }
    }

    @Test
    void aCandidateWithoutRivalsKeepsItsVerdictAsOftenAsWithThem() {
        Robustness among = Robustness.of(SESSION, ASSESSMENTS, 1, 500);
        int turning = 0;
        for (Assessment one : ASSESSMENTS) {
            Assessment alone = one.ranked(1, false);
            CandidateRobustness.Acceptability fared =
                    acceptability(Robustness.of(SESSION, List.of(alone), 1, 500), alone);
            CandidateRobustness.Acceptability expected = acceptability(among, one);
            assertThat(fared.verdict()).as(one.project() + " in " + one.city()).isEqualTo(expected.verdict());
            assertThat(fared.first().share()).isEqualByComparingTo(BigDecimal.ONE);
            turning += fared.verdict().share().compareTo(BigDecimal.ONE) < 0 ? 1 : 0;
        }
        assertThat(turning).isPositive();
    }

    private static CandidateRobustness.Acceptability acceptability(Robustness robustness, Assessment of) {
        return Objects.requireNonNull(
                Objects.requireNonNull(robustness.standing(of)).acceptability());
    }

    @Test
    void theSameWeightingsOfAPackAreDrawnOnce() {
        double[][] drawn = WeightSampling.draw(PACK, 300, 7);

        assertThat(WeightSampling.draw(PACK, 300, 7)).isSameAs(drawn);
        assertThat(WeightSampling.draw(PACK, 300, 8)).isNotEqualTo(drawn);
    }
}
