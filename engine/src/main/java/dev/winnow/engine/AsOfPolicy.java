package dev.winnow.engine;

import dev.winnow.model.universe.Facts;
import dev.winnow.model.universe.Universe;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The day as of which candidates are judged, and whether later knowledge counts.
 *
 * @param day the day whose knowledge counts; null for the universe's own date, with what was learnt afterwards
 * @param atDecisions whether each is judged on the day of its own decision instead; then there is no day
 * @param hindsight whether what was learnt only after decisions counts
 */
public record AsOfPolicy(@Nullable LocalDate day, boolean atDecisions, boolean hindsight) {

    public AsOfPolicy {
        if (day != null && atDecisions) {
            throw new IllegalArgumentException("one day for all, or each its own");
        }
        if (day != null && hindsight) {
            throw new IllegalArgumentException("what was known on a day, or in hindsight");
        }
    }

    /** {@return the universe's own date, with what is known in hindsight} */
    public static AsOfPolicy ofUniverse() {
        return new AsOfPolicy(null, false, true);
    }

    /**
     * {@return a day, with what was known by then}
     *
     * @param day the day
     */
    public static AsOfPolicy on(LocalDate day) {
        return new AsOfPolicy(day, false, false);
    }

    /**
     * For each project the day of its decision; for one without a decision the universe's date.
     *
     * @return each on the day of its decision, without hindsight
     */
    public static AsOfPolicy ofDecisions() {
        return new AsOfPolicy(null, true, false);
    }

    /**
     * As {@link #ofDecisions}, with what was learnt only afterwards: the city of that day, the project as it turned
     * out.
     *
     * @return each on the day of its decision, with hindsight
     */
    public static AsOfPolicy ofDecisionsInHindsight() {
        return new AsOfPolicy(null, true, true);
    }

    /**
     * {@return what is known of a universe; as of its own day where each project is judged as of another}
     *
     * @param universe the universe
     */
    public Facts facts(Universe universe) {
        return day == null ? universe.inHindsight(universe.asOf()) : universe.asOf(day, false);
    }
}
