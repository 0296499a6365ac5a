package dev.winnow.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who says something and since when it counts, as far as a map and what encloses it tell. */
record Origin(@Nullable String source, @Nullable LocalDate asOf, boolean hindsight) {

    /** The keys of a map that tell of its origin. */
    static final List<String> KEYS = List.of("source", "asOf", "hindsight", "note");

    static final Origin NONE = new Origin(null, null, false);

    /** The origin of what a map encloses: what the map does not tell stays as it was around it. */
    Origin within(Node map, Words words, List<Problem> problems) {
        String said = map.optionalText("source", problems);
        Node source = map.get("source");
        if (said != null && source != null) {
            words.checkSource(source, problems);
        }
        Node date = map.get("asOf");
        Period period = date == null ? null : Period.parse("asOf", date, problems);
        Node flag = map.get("hindsight");
        Boolean late = flag == null ? null : Flag.parse("hindsight", flag, problems);
        return new Origin(
                said == null ? source() : said, period == null ? asOf : period.last(), late == null ? hindsight : late);
    }

    /** The same without a day of its own: what it encloses was learnt later. */
    Origin undated() {
        return new Origin(source, null, hindsight);
    }

    /** The evidence for what a map says: it counts from the day told, else from that of its source. */
    Evidence evidence(Words words, @Nullable String note) {
        return new Evidence(source, asOf == null ? words.date(source) : asOf, hindsight, note);
    }
}
