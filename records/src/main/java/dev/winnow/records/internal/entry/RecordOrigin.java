package dev.winnow.records.internal.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The origin of a record.
 *
 * @param at the time, in whole seconds
 * @param by the author, as named by the system or the command line; not verified
 * @param winnow the version of winnow; empty if it is not packaged
 * @param java the version of Java
 * @param request the key of the request to record it; null if it has none
 */
public record RecordOrigin(
        Instant at,
        String by,
        String winnow,
        String java,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RequestKey request) {

    /** The last moment with a year of four digits. */
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    public RecordOrigin(Instant at, String by, String winnow, String java) {
        this(at, by, winnow, java, null);
    }

    public RecordOrigin {
        at = at.truncatedTo(ChronoUnit.SECONDS);
        if (at.isBefore(Instant.EPOCH) || at.isAfter(LAST)) {
            throw new IllegalArgumentException("the time is out of range: " + at);
        }
        Objects.requireNonNull(by);
        Objects.requireNonNull(winnow);
        Objects.requireNonNull(java);
    }

    /** Returns this origin with the key of a request. */
    public RecordOrigin of(@Nullable RequestKey other) {
        return new RecordOrigin(at, by, winnow, java, other);
    }
}
