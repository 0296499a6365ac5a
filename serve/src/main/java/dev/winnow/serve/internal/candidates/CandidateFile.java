package dev.winnow.serve.internal.candidates;

import dev.winnow.tables.internal.mapping.Mapping;

/**
 * A file with candidates and the user's decisions about it. Immutable.
 *
 * @param name its name in messages
 * @param content its bytes, which are not copied
 * @param mapping the meanings of its columns and names, and its corrected cells
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CandidateFile(String name, byte[] content, Mapping mapping) {

    CandidateFile mapped(Mapping other) {
        return new CandidateFile(name, content, other);
    }
}
