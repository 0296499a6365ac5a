package dev.winnow.model.internal.history;

import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Flag;
import dev.winnow.model.value.Period;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The source and date that apply to the values of a map, taken from the map itself or from the entry that encloses it.
 */
public record Origin(@Nullable String source, @Nullable LocalDate asOf, boolean hindsight) {

    /** The keys of a map that describe its origin. */
    public static final List<String> KEYS = List.of("source", "asOf", "hindsight", "note");

    public static final Origin NONE = new Origin(null, null, false);

    /**
     * Returns a file and its sheet as a source, for statements that name none. It is not one of the sources that a
     * universe lists.
     */
    public static Node file(Place place) {
        String file = place.file().substring(place.file().lastIndexOf('/') + 1);
        return Node.scalar(place, "file " + file + (place.sheet() == null ? "" : ", " + place.sheet()));
    }

    /** Returns the origin for a map; parts that the map does not state are inherited. */
    public Origin within(Node map, UniverseIds words, List<Problem> problems) {
        String text = map.optionalText("source", problems);
        Node source = map.get("source");
        if (text != null && source != null) {
            words.checkSource(source, problems);
        }
        Node date = map.get("asOf");
        Period period = date == null ? null : Period.parse("asOf", date, problems);
        Node flag = map.get("hindsight");
        Boolean late = flag == null ? null : Flag.parse("hindsight", flag, problems);
        return new Origin(
                text == null ? source() : text, period == null ? asOf : period.last(), late == null ? hindsight : late);
    }

    /** Returns the same origin without a day, for values that became known later. */
    public Origin undated() {
        return new Origin(source, null, hindsight);
    }

    /**
     * Returns the evidence for the values of a map, which counts from the stated day, else from the day of its source.
     */
    public Evidence evidence(UniverseIds words, @Nullable String note) {
        return new Evidence(source, asOf == null ? words.date(source) : asOf, hindsight, note);
    }
}
