package dev.winnow.records.internal.entry;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * Who wrote a record, when, and by which program.
 *
 * @param at when, in whole seconds
 * @param by who, as the system or the command line names them; nobody checks it
 * @param winnow the version of winnow; empty if it is not packaged
 * @param java the version of Java
 */
public record RecordOrigin(Instant at, String by, String winnow, String java) {

    /** The last moment that is written with a year of four digits. */
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    public RecordOrigin {
        at = at.truncatedTo(ChronoUnit.SECONDS);
        if (at.isBefore(Instant.EPOCH) || at.isAfter(LAST)) {
            throw new IllegalArgumentException("no clock says " + at);
        }
        Objects.requireNonNull(by);
        Objects.requireNonNull(winnow);
        Objects.requireNonNull(java);
    }
}
