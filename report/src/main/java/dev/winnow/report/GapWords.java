package dev.winnow.report;

import dev.winnow.analysis.LinkState;
import dev.winnow.analysis.LinkState.Holder;
import dev.winnow.analysis.LinkState.Status;
import java.util.List;
import java.util.Locale;

/**
 * What texts and diagrams of a chain map say alike.
 *
 * @param wording the words of the language
 */
record GapWords(Wording wording) {

    /** {@code 4 of 10 links held, 3 of them thin; 6 missing, 0 unknown}. */
    String tally(List<LinkState> links) {
        long held = links.stream().filter(one -> one.status().isHeld()).count();
        long thin = count(links, Status.THIN);
        String all = links.size() == 1 ? wording.tell("1 link") : wording.tell("%s links", links.size());
        String counted = thin == 0
                ? wording.tell("%s of %s held", held, all)
                : wording.tell("%s of %s held, %s of them thin", held, all, thin);
        return wording.tell(
                "%s; %s missing, %s unknown", counted, count(links, Status.MISSING), count(links, Status.UNKNOWN));
    }

    private static long count(List<LinkState> links, Status status) {
        return links.stream().filter(one -> one.status() == status).count();
    }

    String status(Status status) {
        return wording.tell(status.name().toLowerCase(Locale.ROOT));
    }

    /** A name; in Chinese the Chinese part of it. */
    String called(String name) {
        return wording.name(name);
    }

    String holder(Holder holder) {
        String name = called(holder.name());
        return holder.produces() ? name : wording.tell("%s (not known to produce)", name);
    }
}
