package dev.winnow.past.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.winnow.engine.PackText;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.model.ShippedFacts;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.result.VerdictReason;
import dev.winnow.model.source.Place;
import dev.winnow.model.universe.Universe;
import dev.winnow.past.decisions.PastDecision;
import dev.winnow.past.decisions.PastDecision.Outcome;
import dev.winnow.past.decisions.PastDecisions;
import dev.winnow.past.decisions.PastPair;
import dev.winnow.past.decisions.PastPreference;
import dev.winnow.past.weights.ImpliedWeights.Prospect;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Decisions about the invented battery projects; weightings are checked by packs that have them. */
class PackWeightsTest {

    private static final int WEIGHTINGS = Boolean.getBoolean("winnow.thorough") ? 2_000 : 40;
    private static final BigDecimal TWO = new BigDecimal(2);
    private static final BigDecimal TINY = new BigDecimal("0.000001");
    private static final PackText TEXT = PackText.read(Path.of("../../rules/battery"));
    private static final RulePack PACK = RulePack.load(Path.of("../../rules/battery"));
    private static final Universe UNIVERSE =
            Universe.read(ShippedFacts.VOCABULARY, Path.of("../../seeds/illustrative"));
    private static final List<Assessment> ALL =
            Screener.of(PACK).open(UNIVERSE).screening().assessments();

    @TempDir
    private Path folder;

    @Test
    void theWeightsOfThePackAgreeWithItsOwnVerdicts() {
        ImpliedWeights weights = weights(decisions(ALL), List.of());
        assertThat(weights.fits()).isTrue();
        assertThat(weights.broken()).isEmpty();
        weights.figures().forEach(one -> {
            BigDecimal own = Objects.requireNonNull(one.own());
            assertThat(own)
                    .isBetween(
                            Objects.requireNonNull(one.range()).low(),
                            one.range().high());
        });
    }

    @Test
    void aPackWithTheWeightsOfTheCentreDecidesAlike() {
        ImpliedWeights weights = weights(decisions(ALL), List.of());
        Map<String, BigDecimal> centre = new HashMap<>();
        weights.figures()
                .forEach(one ->
                        centre.put(one.id(), Objects.requireNonNull(one.range()).centre()));
        assertThat(verdicts(Objects.requireNonNull(pack(centre)))).isEqualTo(verdicts(PACK));
    }

    @Test
    void noWeightingThatAgreesContradictsAVerdictOrRankOfACandidate() {
        List<Assessment> decided = new ArrayList<>();
        List<PastPair> open = new ArrayList<>();
        for (int i = 0; i < ALL.size(); i++) {
            if (i % 3 == 0) {
                open.add(pair(ALL.get(i)));
            } else {
                decided.add(ALL.get(i));
            }
        }
        ImpliedWeights weights = weights(decisions(decided), open);
        Map<String, Verdict> today = verdicts(PACK);
        Random random = new Random(1);
        int agreeing = 0;
        for (int i = 0; i < WEIGHTINGS; i++) {
            RulePack pack = pack(sampled(random));
            Map<String, Verdict> verdicts = pack == null ? Map.of() : verdicts(pack);
            if (pack == null || !decided.stream().allMatch(one -> verdicts.get(name(one)) == today.get(name(one)))) {
                continue;
            }
            agreeing++;
            Map<String, BigDecimal> scores = scores(pack);
            for (Prospect one : weights.prospects()) {
                Verdict verdict = verdicts.get(name(one.pair()));
                assertThat(one.possible()).contains(List.of(Verdict.values()).indexOf(verdict));
                for (PastPair later : one.ahead()) {
                    assertThat(scores.get(name(one.pair()))).isGreaterThanOrEqualTo(scores.get(name(later)));
                }
            }
        }
        assertThat(agreeing).isGreaterThan(WEIGHTINGS / 8);
        assertThat(weights.prospects()).anyMatch(one -> one.possible().size() > 1);
    }

    @Test
    void decisionsThatKnockOutsAndRedFlagsSettleAreListedApart() {
        ImpliedWeights weights = weights(
                List.of(
                        decision("nickelworks", "birchport", Outcome.DECLINED),
                        decision("nickelworks", "cedarvale", Outcome.APPROVED),
                        decision("solidstart", "alderbay", Outcome.APPROVED),
                        decision("bigcell", "alderbay", Outcome.APPROVED)),
                List.of());
        assertThat(weights.settled())
                .extracting(ImpliedWeights.Settled::because, ImpliedWeights.Settled::agrees)
                .containsExactly(
                        tuple(VerdictReason.KNOCK_OUT, true),
                        tuple(VerdictReason.KNOCK_OUT, false),
                        tuple(VerdictReason.RED_FLAG, false));
        assertThat(weights.statements())
                .filteredOn(Statement.Decided.class::isInstance)
                .hasSize(1);
    }

    @Test
    void withoutAHeldDecisionDeclinedMeansNotRecommended() {
        // purecarbon in alderbay is on HOLD with the pack's weights, between its thresholds
        List<PastDecision> yesOrNo = List.of(
                decision("bigcell", "alderbay", Outcome.APPROVED),
                decision("purecarbon", "alderbay", Outcome.DECLINED));
        assertThat(weights(yesOrNo, List.of()).broken()).isEmpty();
        assertThat(weights(yesOrNo, List.of()).yesOrNo()).isTrue();
        List<PastDecision> threefold = new ArrayList<>(yesOrNo);
        threefold.add(decision("clearsalt", "alderbay", Outcome.HELD));
        assertThat(weights(threefold, List.of()).broken()).hasSize(1);
    }

    @Test
    void aYesOrNoListLeavesTheLowerThresholdFree() {
        List<PastDecision> yesOrNo = List.of(
                decision("bigcell", "alderbay", Outcome.APPROVED),
                decision("purecarbon", "alderbay", Outcome.DECLINED));
        PastPair open = new PastPair("scooterpack", "alderbay", null);
        ImpliedWeights free = weights(yesOrNo, List.of(open));
        assertThat(free.figures().get(6).range()).isNull();
        assertThat(free.figures().get(5).range()).isNotNull();
        assertThat(free.prospects().get(0).possible())
                .as("a threshold of 0 declines nothing, and that of RECOMMEND declines what is not recommended")
                .contains(1, 2);
        BigDecimal recommend = free.proposal().get("recommend");
        assertThat(free.proposal().get("decline"))
                .isEqualByComparingTo(Objects.requireNonNull(recommend).min(PACK.declineBelow()));
        ImpliedWeights kept = weights(yesOrNo, true, BigDecimal.ZERO, List.of(open));
        assertThat(Objects.requireNonNull(kept.figures().get(6).range()).high())
                .isEqualByComparingTo(PACK.declineBelow());
    }

    @Test
    void theRangesKeepHalfOfTheLargestSeparationUnlessAnotherIsGiven() {
        ImpliedWeights all = weights(decisions(ALL), List.of());
        ImpliedWeights half = weights(decisions(ALL), false, null, List.of());
        BigDecimal largest = Objects.requireNonNull(all.separation());
        ImpliedWeights most = weights(decisions(ALL), false, largest, List.of());
        assertThat(half.separation()).isEqualTo(largest);
        assertThat(all.kept()).isEqualByComparingTo("0");
        assertThat(half.kept()).isBetween(largest.divide(TWO).subtract(TINY), largest.divide(TWO));
        assertThat(most.kept()).isEqualTo(largest);
        for (int i = 0; i < all.figures().size(); i++) {
            ImpliedWeights.Agreeing wide =
                    Objects.requireNonNull(all.figures().get(i).range());
            ImpliedWeights.Agreeing some =
                    Objects.requireNonNull(half.figures().get(i).range());
            ImpliedWeights.Agreeing few =
                    Objects.requireNonNull(most.figures().get(i).range());
            assertThat(some.low()).isBetween(wide.low(), few.low());
            assertThat(some.high()).isBetween(few.high(), wide.high());
        }
    }

    @Test
    void aRankingAgainstTheScoresIsAContradictionOfItsOwn() {
        Place place = Place.file("ranks.csv");
        PastPair best = new PastPair("bigcell", "alderbay", null);
        PastPair last = new PastPair("looper", "cedarvale", null);
        ImpliedWeights weights = PackWeights.of(
                        PACK,
                        UNIVERSE,
                        new PastDecisions(List.of(), List.of(new PastPreference(last, best, false, place)), List.of()),
                        List.of(),
                        false,
                        BigDecimal.ZERO,
                        List.of())
                .weights();
        assertThat(weights.fits()).isFalse();
        assertThat(weights.contradictions())
                .containsExactly(List.of(new Statement.Preferred(new PastPreference(last, best, false, place))));
    }

    @Test
    void swingsGiveWeightsInTheirProportion() {
        Place place = Place.file("swings.csv");
        ImpliedWeights weights = PackWeights.of(
                        PACK,
                        UNIVERSE,
                        new PastDecisions(List.of(), List.of(), List.of()),
                        List.of(
                                new Statement.Swing(
                                        "chain-coverage", "demand-pull", new BigDecimal(60), new BigDecimal(60), place),
                                new Statement.Swing(
                                        "funding", "demand-pull", new BigDecimal(40), new BigDecimal(40), place)),
                        false,
                        BigDecimal.ZERO,
                        List.of())
                .weights();
        assertThat(weights.figures().stream()
                        .limit(3)
                        .map(one -> Objects.requireNonNull(one.range())
                                .low()
                                .stripTrailingZeros()
                                .toPlainString()))
                .containsExactly("50", "30", "20");
        assertThat(weights.separation()).isNull();
    }

    private static ImpliedWeights weights(List<PastDecision> decisions, List<PastPair> open) {
        return weights(decisions, false, BigDecimal.ZERO, open);
    }

    private static ImpliedWeights weights(
            List<PastDecision> decisions,
            boolean keepThresholds,
            @Nullable BigDecimal separation,
            List<PastPair> open) {
        PackWeights.Result result = PackWeights.of(
                PACK,
                UNIVERSE,
                new PastDecisions(decisions, List.of(), List.of()),
                List.of(),
                keepThresholds,
                separation,
                open);
        assertThat(result.problems()).isEmpty();
        return result.weights();
    }

    private static List<PastDecision> decisions(List<Assessment> judged) {
        return judged.stream()
                .map(one -> decision(one.project(), one.city(), outcome(one.verdict())))
                .toList();
    }

    private static Outcome outcome(Verdict verdict) {
        return Arrays.stream(Outcome.values())
                .filter(one -> one.verdict() == verdict)
                .findFirst()
                .orElseThrow();
    }

    private static PastDecision decision(String project, String city, Outcome outcome) {
        return new PastDecision(new PastPair(project, city, null), outcome, null, null, Place.file("decisions.csv"));
    }

    private static PastPair pair(Assessment one) {
        return new PastPair(one.project(), one.city(), null);
    }

    private static String name(PastPair pair) {
        return pair.project() + " " + pair.city();
    }

    private static String name(Assessment one) {
        return name(pair(one));
    }

    private static Map<String, Verdict> verdicts(RulePack pack) {
        Map<String, Verdict> verdicts = new HashMap<>();
        Screener.of(pack)
                .open(UNIVERSE)
                .screening()
                .assessments()
                .forEach(one -> verdicts.put(name(one), one.verdict()));
        return verdicts;
    }

    private static Map<String, BigDecimal> scores(RulePack pack) {
        Map<String, BigDecimal> scores = new HashMap<>();
        Screener.of(pack)
                .open(UNIVERSE)
                .screening()
                .assessments()
                .forEach(one -> scores.put(name(one), one.score().low()));
        return scores;
    }

    /** Weights and thresholds at most 10 above or below those of the pack. */
    private static Map<String, BigDecimal> sampled(Random random) {
        Map<String, BigDecimal> sampled = new HashMap<>();
        PACK.criteria()
                .forEach(one -> sampled.put(
                        one.id(),
                        one.weight()
                                .add(BigDecimal.valueOf(random.nextInt(21) - 10L))
                                .max(BigDecimal.ONE)));
        sampled.put("recommend", BigDecimal.valueOf(47L + random.nextInt(7)));
        sampled.put("decline", BigDecimal.valueOf(20L + random.nextInt(6)));
        return sampled;
    }

    /** The pack with other weights and thresholds; null if these contradict its order. */
    private @Nullable RulePack pack(Map<String, BigDecimal> numbers) {
        return TEXT.with("pack.yaml", text -> {
                    String changed = text;
                    for (Map.Entry<String, BigDecimal> one : numbers.entrySet()) {
                        String number = one.getValue().toPlainString();
                        changed = changed.replaceFirst("(\\{id: " + one.getKey() + ",.*weight: )[0-9.]+", "$1" + number)
                                .replaceFirst("(" + one.getKey() + ": )[0-9.]+", "$1" + number);
                    }
                    return changed;
                })
                .pack(folder);
    }
}
