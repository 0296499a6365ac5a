package dev.winnow.serve.internal.decisions;

import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Screening;
import dev.winnow.model.result.Verdict;
import dev.winnow.records.internal.content.PairResult;
import dev.winnow.records.internal.content.PairScore;
import dev.winnow.report.json.Contract;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The differences between a recorded screening and the current one.
 *
 * @param schema the version of the contract
 * @param same number of pairs with the same verdict, score and rank
 * @param verdicts number of pairs with another verdict
 * @param changed pairs that differ, other verdicts first, at most {@value #MAX_CHANGED}
 * @param others the number of further such pairs
 * @param otherPack whether the pack differs
 * @param otherUniverse whether the universe differs
 */
public record ScreeningChanges(
        int schema,
        int same,
        int verdicts,
        List<Changed> changed,
        int others,
        boolean otherPack,
        boolean otherUniverse) {

    static final int MAX_CHANGED = 200;

    /**
     * A pair that differs.
     *
     * @param before its recorded result; null if it is new
     * @param after its current result; null if it is no longer screened
     */
    public record Changed(
            String project,
            String projectName,
            String city,
            String cityName,
            @Nullable State before,
            @Nullable State after) {

        private boolean isOtherVerdict() {
            return before == null || after == null || before.verdict != after.verdict;
        }
    }

    /**
     * The result of a pair.
     *
     * @param low the lower bound of the score
     * @param high the upper bound of the score
     */
    public record State(Verdict verdict, BigDecimal low, BigDecimal high, int rank) {

        static State of(PairScore one) {
            return new State(one.verdict(), one.score().low(), one.score().high(), one.rank());
        }
    }

    /** A pair without its results. */
    private record Pair(String project, String city) {}

    /**
     * Compares a recorded screening with the current one.
     *
     * @param names the recorded pairs with their names
     * @param spoken returns a name in the language of the server
     */
    static ScreeningChanges between(
            List<PairScore> recorded,
            List<PairResult> names,
            Screening now,
            UnaryOperator<String> spoken,
            boolean otherPack,
            boolean otherUniverse) {
        Map<Pair, Changed> all = new LinkedHashMap<>();
        for (Assessment one : now.assessments()) {
            all.put(
                    new Pair(one.project(), one.city()),
                    new Changed(
                            one.project(),
                            spoken.apply(one.projectName()),
                            one.city(),
                            spoken.apply(one.cityName()),
                            null,
                            State.of(PairScore.of(one))));
        }
        Map<Pair, PairResult> named = new LinkedHashMap<>();
        names.forEach(one -> named.put(new Pair(one.project(), one.city()), one));
        for (PairScore one : recorded) {
            Pair pair = new Pair(one.project(), one.city());
            Changed found = all.get(pair);
            PairResult name = named.get(pair);
            all.put(
                    pair,
                    new Changed(
                            one.project(),
                            name == null ? one.project() : spoken.apply(name.projectName()),
                            one.city(),
                            name == null ? one.city() : spoken.apply(name.cityName()),
                            State.of(one),
                            found == null ? null : found.after));
        }
        List<Changed> changed = new ArrayList<>(all.values());
        changed.removeIf(one -> Objects.equals(one.before, one.after));
        changed.sort(Comparator.comparing(one -> !one.isOtherVerdict()));
        return new ScreeningChanges(
                Contract.SCHEMA,
                all.size() - changed.size(),
                (int) changed.stream().filter(Changed::isOtherVerdict).count(),
                List.copyOf(changed.subList(0, Math.min(MAX_CHANGED, changed.size()))),
                Math.max(0, changed.size() - MAX_CHANGED),
                otherPack,
                otherUniverse);
    }
}
