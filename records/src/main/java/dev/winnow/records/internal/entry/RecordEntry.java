package dev.winnow.records.internal.entry;

/** The statement of a record. */
public sealed interface RecordEntry permits ScreeningEntry, DecisionEntry, FulfilmentEntry, LetterEntry {

    /** The author, the time, and the program. */
    RecordOrigin origin();
}
