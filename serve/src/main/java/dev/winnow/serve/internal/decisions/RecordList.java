package dev.winnow.serve.internal.decisions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records of a place.
 *
 * @param schema the version of the contract
 * @param place the place; empty if it cannot be read
 * @param records the readable records, the last one first
 * @param last the hash of the last record; null if there is none
 * @param problems the problems of the place and of other records, in the language of the server
 */
public record RecordList(
        int schema,
        String place,
        List<RecordLine> records,
        @Nullable String last,
        List<String> problems) {}
