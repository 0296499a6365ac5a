package dev.winnow.engine;

import dev.winnow.model.universe.Facts;
import dev.winnow.model.universe.Universe;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The as-of date for judging candidates, and whether later knowledge counts.
 *
 * @param day the as-of date; null for the universe's own date, including what became known later
 * @param atDecisions whether each project is judged as of its own decision; {@code day} is then null
 * @param hindsight whether facts that became known only after the decision count
 */
public record AsOfPolicy(@Nullable LocalDate day, boolean atDecisions, boolean hindsight) {

    public AsOfPolicy {
        if (day != null && atDecisions) {
            throw new IllegalArgumentException("expected a day or the days of decisions, found both");
        }
        if (day != null && hindsight) {
            throw new IllegalArgumentException("hindsight cannot be combined with a day");
        }
    }

    /** {@return the policy that judges as of the universe's own date, with hindsight} */
    public static AsOfPolicy ofUniverse() {
        return new AsOfPolicy(null, false, true);
    }

    /**
     * {@return the policy that judges as of a day, with the knowledge of that day}
     *
     * @param day the day
     */
    public static AsOfPolicy on(LocalDate day) {
        return new AsOfPolicy(day, false, false);
    }

    /**
     * {@return the policy that judges each project as of the day of its decision, without hindsight} A project without
     * a decision is judged as of the universe's date.
     */
    public static AsOfPolicy ofDecisions() {
        return new AsOfPolicy(null, true, false);
    }

    /**
     * {@return the policy that judges each project as of the day of its decision, with hindsight} The city is that of
     * the decision day; the project is described as it turned out.
     */
    public static AsOfPolicy ofDecisionsInHindsight() {
        return new AsOfPolicy(null, true, true);
    }

    /**
     * {@return the known facts of a universe; as of its own date if each project is judged as of another day}
     *
     * @param universe the universe
     */
    public Facts facts(Universe universe) {
        return day == null ? universe.inHindsight(universe.asOf()) : universe.asOf(day, false);
    }
}
