package dev.winnow.web.internal;

/** The changes that an operation may make. */
public enum Access {
    /** Nothing. */
    READ,
    /** The work of this session, in memory only. */
    EDIT,
    /** Files or records; refused by a read-only server. */
    WRITE
}
