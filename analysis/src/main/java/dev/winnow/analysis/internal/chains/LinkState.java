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
 * @param since the day from which that is known; null if undated or unknown
 * @param holders who holds it, by name: landed projects, then firms; empty where a statement alone says so
 * @param bare what the rules say of a project that occupies this link, of which nothing else is known
 * @param claiming the same of one that also makes every claim that the pack asks for, such as to be the largest of its kind
 * @param candidates what they say of the open candidates that occupy it, the best first
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
        /** It holds it. */
        HELD,
        /** It holds it through a single known holder, or through holders none of which is known to produce. */
        THIN,
        /** It is known not to hold it. */
        MISSING,
        /** It is not known whether it does. */
        UNKNOWN;

        /** Whether it holds it, firmly or not. */
        public boolean isHeld() {
            return this == HELD || this == THIN;
        }
    }

    /**
     * Who holds a link.
     *
     * @param name its display name
     * @param project the project's id; null for a firm
     * @param produces whether it is known to produce: a firm does, a project from its milestone {@code production}
     */
    public record Holder(String name, @Nullable String project, boolean produces) {}

    public LinkState {
        holders = List.copyOf(holders);
        candidates = List.copyOf(candidates);
    }

    /**
     * The assessment of the hypothetical project that fits the link: for a held link the one that makes the
     * claims.
     */
    public Explanation newcomer() {
        return status.isHeld() ? claiming : bare;
    }
}
