package dev.winnow.model.internal.assumption;

import dev.winnow.model.source.Language;
import dev.winnow.model.source.Place;
import dev.winnow.model.vocabulary.LocalName;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value assumed for a fact where it is unknown.
 *
 * @param about the fact
 * @param where known values of the subject under which it applies, by key; empty if it always applies
 * @param filling the assumed value
 * @param from the day from which it is assumed; null for always
 * @param reason the reason for it; null if a source is given instead
 * @param source the source; null if a reason is given instead
 * @param origin the level at which it is assumed
 * @param place the place of its fact's name
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

    /** The level at which an assumption is made. Later constants take precedence over earlier ones. */
    public enum Origin {
        PACK,
        UNIVERSE,
        /** The options of one screening. */
        RUN
    }

    public Assumption {
        where = Map.copyOf(where);
        if (reason == null && source == null && origin != Origin.RUN) {
            throw new IllegalArgumentException("an assumption about " + about.name() + " needs a reason or a source");
        }
    }

    /** {@return the name of the fact: {@code project.yieldRate}} */
    public String fact() {
        return about.name();
    }

    /** {@return the reason in a language; the source if there is no reason} */
    public String why(Language language) {
        return reason != null ? reason.inLanguage(language) : Objects.requireNonNullElse(source, "");
    }

    /** {@return whether it is in force on a day} */
    boolean inForce(LocalDate day) {
        return from == null || !from.isAfter(day);
    }

    /**
     * Whether another assumption is about the same fact under the same conditions, so that only the later one counts.
     * The figure that a share refers to is one of its conditions.
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
