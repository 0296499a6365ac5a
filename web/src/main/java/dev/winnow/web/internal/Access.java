package dev.winnow.web.internal;

/** What an operation may change. */
public enum Access {
    /** Nothing. */
    READ,
    /** The work of this session, in memory only. */
    EDIT,
    /** Files or records; refused by a read-only server. */
    WRITE
}
