package dev.winnow.model.value;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The source of a fact and the day from which it counts.
 *
 * @param source the source, for example {@code article § 2}; null if none is named
 * @param asOf the day from which it counts; null for always
 * @param hindsight whether it became known only after the decision it concerns
 * @param note a remark for readers; null if there is none
 * @param conversion the amount before its conversion, with the rate; null if it was not converted
 */
public record Evidence(
        @Nullable String source,
        @Nullable LocalDate asOf,
        boolean hindsight,
        @Nullable String note,
        @Nullable Conversion conversion) {

    /** Evidence without source and day. */
    public static final Evidence NONE = new Evidence(null, null, false, null);

    /** Creates evidence of a value that was not converted. */
    public Evidence(@Nullable String source, @Nullable LocalDate asOf, boolean hindsight, @Nullable String note) {
        this(source, asOf, hindsight, note, null);
    }

    /** Returns this evidence with a conversion. */
    Evidence converted(Conversion from) {
        return new Evidence(source, asOf, hindsight, note, from);
    }
}
