package dev.winnow.records.internal.entry;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Who wrote a record, when, and by which program.
 *
 * @param at when, in whole seconds
 * @param by who, as the system or the command line names them; nobody checks it
 * @param winnow the version of winnow; empty if it is not packaged
 * @param java the version of Java
 */
public record RecordOrigin(Instant at, String by, String winnow, String java) {

    public RecordOrigin {
        at = at.truncatedTo(ChronoUnit.SECONDS);
    }
}
