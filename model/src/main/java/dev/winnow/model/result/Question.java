package dev.winnow.model.result;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A fact to find out, and how much depends on it.
 *
 * @param fact which: {@code project.fundingNeed}; {@code city.funds} for a list that may hold more
 * @param points the weighted points of the sides that depend on it; 0 where only a knock-out or a red flag does
 * @param decides the effects of the undetermined rules that depend on it, in the order of the enum; never empty
 */
public record Question(String fact, BigDecimal points, Set<Effect> decides) {

    public Question {
        decides = Collections.unmodifiableSet(EnumSet.copyOf(decides));
    }

    /** Whether an undetermined rule of an effect depends on it. */
    public boolean decides(Effect effect) {
        return decides.contains(effect);
    }
}
