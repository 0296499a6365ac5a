package dev.winnow.records.internal.entry;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A statement by people that a condition of a decision is met.
 *
 * @param origin the author, the time, and the program that recorded it
 * @param condition the condition
 * @param met the day on which it was met
 * @param reason how it was met
 */
public record FulfilmentEntry(@JsonUnwrapped RecordOrigin origin, Reference condition, LocalDate met, String reason)
        implements RecordEntry {

    public FulfilmentEntry {
        Objects.requireNonNull(origin);
        Objects.requireNonNull(condition);
        Objects.requireNonNull(met);
        Objects.requireNonNull(reason);
    }

    /**
     * A reference to a condition of a recorded decision.
     *
     * @param number the number of the record of the decision
     * @param hash its hash
     * @param id the number of the condition
     */
    public record Reference(long number, String hash, int id) {

        public Reference {
            Objects.requireNonNull(hash);
        }
    }
}
