package dev.winnow.records.internal.entry;

/** What a record says. */
public sealed interface RecordEntry permits ScreeningEntry, DecisionEntry {

    /** Who wrote it, when, and by which program. */
    RecordOrigin origin();
}
