package dev.winnow.model.result;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A fact to find out, with its importance.
 *
 * @param fact its name: {@code project.fundingNeed}; {@code city.funds} for a list that may be incomplete
 * @param points the weighted points of the sides that depend on it; 0 where only a knock-out or a red flag does
 * @param decides the effects of the undetermined rules that depend on it, in the order of the enum; never empty
 */
public record Question(String fact, BigDecimal points, Set<Effect> decides) {

    private static final List<Effect> EFFECTS = List.of(Effect.values());

    /** All sets of effects, indexed by the bits of their ordinals, so that questions share them. */
    private static final List<Set<Effect>> SETS =
            IntStream.range(0, 1 << EFFECTS.size()).mapToObj(Question::set).toList();

    public Question {
        int bits = 0;
        for (int i = 0; i < EFFECTS.size(); i++) {
            bits |= decides.contains(EFFECTS.get(i)) ? 1 << i : 0;
        }
        if (bits == 0) {
            throw new IllegalArgumentException("no rule depends on " + fact);
        }
        decides = SETS.get(bits);
    }

    private static Set<Effect> set(int bits) {
        EnumSet<Effect> set = EnumSet.allOf(Effect.class);
        set.removeIf(effect -> (bits >>> EFFECTS.indexOf(effect) & 1) == 0);
        return Collections.unmodifiableSet(set);
    }

    /** Whether an undetermined rule with an effect depends on this fact. */
    public boolean decides(Effect effect) {
        return decides.contains(effect);
    }
}
