package dev.winnow.analysis.internal.chains;

import dev.winnow.model.domain.ChainLink;
import dev.winnow.model.result.Explanation;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of one chain link in a city, with the assessment of a hypothetical project that would bring it.
 *
 * @param link the link
 * @param status whether the city holds it
 * @param since the day from which the status is known; null if undated or unknown
 * @param holders the holders: landed projects, then firms, each by name; empty if only a statement says that it is held
 * @param bare the explanation of a project that occupies this link and is otherwise unknown
 * @param claiming the same for a project that also makes every claim that the pack asks for, such as to be the largest
 *     of its kind
 * @param candidates explanations of the open candidates that occupy it, best first
 */
public record LinkState(
        ChainLink link,
        Status status,
        @Nullable LocalDate since,
        List<Holder> holders,
        Explanation bare,
        Explanation claiming,
        List<Explanation> candidates) {

    /** Whether a city holds a link. */
    public enum Status {
        /** The city holds the link. */
        HELD,
        /**
         * The city holds the link through a single known holder, or through several holders that are not known to
         * produce.
         */
        THIN,
        /** The city certainly does not hold the link. */
        MISSING,
        /** It is unknown whether the city holds the link. */
        UNKNOWN;

        /** Whether the city holds the link, firmly or thinly. */
        public boolean isHeld() {
            return this == HELD || this == THIN;
        }
    }

    /**
     * A holder of a link.
     *
     * @param name the display name
     * @param project the project's id; null for a firm
     * @param produces whether it is known to produce: a firm does, a project from its milestone {@code production}
     */
    public record Holder(String name, @Nullable String project, boolean produces) {}

    public LinkState {
        holders = List.copyOf(holders);
        candidates = List.copyOf(candidates);
    }

    /** The explanation of the hypothetical project that fits the link: for a held link, the one with claims. */
    public Explanation newcomer() {
        return status.isHeld() ? claiming : bare;
    }
}
