package dev.winnow.model.value;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The source of a fact and the day from which it counts.
 *
 * @param source the source, for example {@code article § 2}; null where none is named
 * @param asOf the day from which it counts; null if it always did
 * @param hindsight whether it was learnt only after the decision it bears on
 * @param note a remark for readers; null if there is none
 * @param conversion what an amount was before it was converted; null if it was not
 */
public record Evidence(
        @Nullable String source,
        @Nullable LocalDate asOf,
        boolean hindsight,
        @Nullable String note,
        @Nullable Conversion conversion) {

    /** Evidence without source and day. */
    public static final Evidence NONE = new Evidence(null, null, false, null);

    /** Evidence of a value that was not converted. */
    public Evidence(@Nullable String source, @Nullable LocalDate asOf, boolean hindsight, @Nullable String note) {
        this(source, asOf, hindsight, note, null);
    }

    /** The same of an amount that was converted. */
    Evidence converted(Conversion from) {
        return new Evidence(source, asOf, hindsight, note, from);
    }
}
