package dev.winnow.model.internal.assumption;

import dev.winnow.model.source.Language;
import dev.winnow.model.source.Place;
import dev.winnow.model.vocabulary.LocalName;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is assumed of a fact where it is unknown.
 *
 * @param about the fact
 * @param where what must be known of the subject for it to apply, by key; empty if it always applies
 * @param filling what is assumed
 * @param from the day from which it is assumed; null if it always was
 * @param reason why it is assumed; null if a source is given instead
 * @param source where it comes from; null if a reason is given instead
 * @param origin who assumes it
 * @param place where its fact is named
 */
public record Assumption(
        Assumable about,
        Map<String, String> where,
        Filling filling,
        @Nullable LocalDate from,
        @Nullable LocalName reason,
        @Nullable String source,
        Origin origin,
        Place place) {

    /** Who assumes something. The later ones win over the earlier ones. */
    public enum Origin {
        /** A rule pack. */
        PACK,
        /** A universe. */
        UNIVERSE,
        /** Whoever runs one screening. */
        RUN
    }

    public Assumption {
        where = Map.copyOf(where);
        if (reason == null && source == null && origin != Origin.RUN) {
            throw new IllegalArgumentException("nobody says why " + about.name() + " is assumed");
        }
    }

    /** {@return the name of the fact: {@code project.yieldRate}} */
    public String fact() {
        return about.name();
    }

    /** {@return why it is assumed, in a language; its source if no reason is given} */
    public String why(Language language) {
        return reason != null ? reason.inLanguage(language) : Objects.requireNonNullElse(source, "");
    }

    /** {@return whether it was in force on a day} */
    boolean inForce(LocalDate day) {
        return from == null || !from.isAfter(day);
    }

    /**
     * Whether another is of the same fact under the same conditions, so that of both the later one counts. A share of
     * another figure has that figure for a condition.
     */
    boolean isOfSame(Assumption other) {
        return origin == other.origin
                && about.equals(other.about)
                && where.equals(other.where)
                && Objects.equals(whole(), other.whole());
    }

    private @Nullable String whole() {
        return filling instanceof Filling.ShareOf share ? share.of() : null;
    }
}
