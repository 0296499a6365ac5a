package dev.winnow.engine.internal.evaluate;

import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.vocabulary.AsOf;
import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.language.internal.vocabulary.Limit;
import dev.winnow.model.domain.Milestone;
import dev.winnow.model.domain.Project;
import java.util.Set;

/** The two phases of an evaluation. Each rule of a pack belongs to one. */
public enum Phase {
    /** Rules that read only the candidate and limits; evaluated once for all cities. */
    OWN,
    /** All other rules; evaluated in each city. */
    LOCAL;

    private static final Set<Class<?>> SAME_EVERYWHERE =
            Set.of(Project.class, Milestone.class, Limit.class, AsOf.class);

    /** The phase of a rule. */
    public static Phase of(CheckedRule rule) {
        return rule.types().stream().map(FactType::record).allMatch(SAME_EVERYWHERE::contains) ? OWN : LOCAL;
    }
}
