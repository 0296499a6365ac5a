package dev.winnow.compare.gaps;

import dev.winnow.analysis.internal.chains.LinkState;
import dev.winnow.analysis.internal.chains.LinkState.Holder;
import dev.winnow.analysis.internal.chains.LinkState.Status;
import dev.winnow.report.i18n.Wording;
import java.util.List;
import java.util.Locale;

/**
 * Phrases that texts and diagrams of a chain map share.
 *
 * @param wording the language
 */
public record GapWords(Wording wording) {

    /** Returns {@code 4 of 10 links held, 3 of them thin; 6 missing, 0 unknown}. */
    public String tally(List<LinkState> links) {
        long held = links.stream().filter(one -> one.status().isHeld()).count();
        long thin = count(links, Status.THIN);
        String all = links.size() == 1 ? wording.sentence("1 link") : wording.sentence("%s links", links.size());
        String counted = thin == 0
                ? wording.sentence("%s of %s held", held, all)
                : wording.sentence("%s of %s held, %s of them thin", held, all, thin);
        return wording.sentence(
                "%s; %s missing, %s unknown", counted, count(links, Status.MISSING), count(links, Status.UNKNOWN));
    }

    private static long count(List<LinkState> links, Status status) {
        return links.stream().filter(one -> one.status() == status).count();
    }

    public String status(Status status) {
        return wording.sentence(status.name().toLowerCase(Locale.ROOT));
    }

    /** Returns a name; outside English only its part in the language. */
    public String called(String name) {
        return wording.name(name);
    }

    public String holder(Holder holder) {
        String name = called(holder.name());
        return holder.produces() ? name : wording.sentence("%s (not known to produce)", name);
    }
}
