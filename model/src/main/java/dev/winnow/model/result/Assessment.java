package dev.winnow.model.result;

import dev.winnow.model.domain.ChainAction;
import dev.winnow.model.value.ScoreInterval;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The result of screening one project in one city. {@link Explanation} gives the reasons for it.
 *
 * @param project the project's id
 * @param projectName its display name
 * @param city the city's id
 * @param cityName its display name
 * @param illustrative whether the project is fictitious
 * @param asOf the day whose facts it is based on
 * @param verdict the recommendation
 * @param because the first reason that applies
 * @param rank position among the candidates of the same city and day, from 1; equal candidates share a rank; 0 if it is
 *     not ranked
 * @param score the lower of the two sides' scores, taken separately for low and high
 * @param binds the side with the lower score, which determines the score
 * @param known known part of the facts that count, 0–1
 * @param sides the gain of each side
 * @param district the suggested district; null if none is
 * @param chainActions the effects of the project on the city's chain, in the order of the enum
 * @param possible the verdicts that full knowledge could still bring, in the order of the enum; a single one if settled
 * @param base the judgement under assumptions about unknown facts; null if nothing is assumed
 * @param tied whether other candidates have the same rank
 */
public record Assessment(
        String project,
        String projectName,
        String city,
        String cityName,
        boolean illustrative,
        LocalDate asOf,
        Verdict verdict,
        VerdictReason because,
        int rank,
        ScoreInterval score,
        Side binds,
        BigDecimal known,
        Map<Side, ScoreInterval> sides,
        @Nullable String district,
        List<ChainAction> chainActions,
        Set<Verdict> possible,
        @Nullable BaseCase base,
        boolean tied) {

    /** Creates an assessment with a rank of its own. */
    public Assessment(
            String project,
            String projectName,
            String city,
            String cityName,
            boolean illustrative,
            LocalDate asOf,
            Verdict verdict,
            VerdictReason because,
            int rank,
            ScoreInterval score,
            Side binds,
            BigDecimal known,
            Map<Side, ScoreInterval> sides,
            @Nullable String district,
            List<ChainAction> chainActions,
            Set<Verdict> possible,
            @Nullable BaseCase base) {
        this(
                project,
                projectName,
                city,
                cityName,
                illustrative,
                asOf,
                verdict,
                because,
                rank,
                score,
                binds,
                known,
                sides,
                district,
                chainActions,
                possible,
                base,
                false);
    }

    /** Returns this assessment with a rank of its own. */
    public Assessment ranked(int place) {
        return ranked(place, false);
    }

    /**
     * Returns this assessment with a rank.
     *
     * @param shared whether others have the same rank
     */
    public Assessment ranked(int place, boolean shared) {
        return new Assessment(
                project,
                projectName,
                city,
                cityName,
                illustrative,
                asOf,
                verdict,
                because,
                place,
                score,
                binds,
                known,
                sides,
                district,
                chainActions,
                possible,
                base,
                shared);
    }

    /** Whether full knowledge could bring no other verdict. */
    public boolean isSettled() {
        return possible.size() == 1;
    }
}
