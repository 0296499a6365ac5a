package dev.winnow.records.internal.store;

import dev.winnow.model.source.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a check of all records found.
 *
 * @param records how many there are
 * @param last the hash of the last one; zeros if there is none
 * @param hashes the hashes of the records that are as they were written, by number
 * @param findings what was changed, by record
 */
public record Verification(long records, String last, Map<Long, String> hashes, List<Finding> findings) {

    /** What was done to a record. */
    public enum Change {
        /** Its bytes do not have its hash. */
        ALTERED,
        /** It is not there. */
        REMOVED,
        /** It stands where another was written. */
        MOVED,
        /** It is whole, but does not follow the one before it: one of them was written anew. */
        REWRITTEN,
        /** Something that it refers to does not have its digest, or is not there. */
        CONTENT,
        /** It has its hash, but is nothing that winnow writes. */
        UNREADABLE,
        /** It decides on a record that is no earlier screening, or that has another hash. */
        REFERENCE,
        /** It is dated before the one that it follows. */
        DATED,
        /** The head names another last record. */
        HEAD,
        /** A table is missing or damaged. */
        TABLE,
        /** A trigger that guards a table was added, removed or altered. */
        TRIGGER,
        /** No record has the hash that was expected. */
        UNEXPECTED
    }

    /**
     * Something that was changed.
     *
     * @param record the number of the record; 0 for the records as a whole
     * @param change what was done
     * @param what the same in words
     */
    public record Finding(long record, Change change, Message what) {}

    public Verification {
        hashes = new LinkedHashMap<>(hashes);
        findings = List.copyOf(findings);
    }

    /** Whether nothing was found. */
    public boolean isWhole() {
        return findings.isEmpty();
    }

    /** The same, with findings about the triggers of the tables. */
    Verification withTriggers(List<Message> changes) {
        List<Finding> all = new ArrayList<>(findings);
        changes.forEach(change -> all.add(new Finding(0, Change.TRIGGER, change)));
        all.sort(Comparator.comparingLong(Finding::record));
        return new Verification(records, last, hashes, all);
    }

    /** The same, with a finding if no record has a hash that was noted elsewhere. */
    public Verification expecting(String hash) {
        if (numberOf(hash) >= 0) {
            return this;
        }
        List<Finding> all = new ArrayList<>(findings);
        all.add(new Finding(
                0,
                Change.UNEXPECTED,
                Message.of(
                        "no record has the hash `%s`: the one that had it was altered, or removed with all behind it",
                        hash)));
        return new Verification(records, last, hashes, all);
    }

    /** The number of the record of a hash, or of the beginning of one; 0 for the start of the chain, -1 for none. */
    public long numberOf(String hash) {
        if (Chain.START.equals(hash)) {
            return 0;
        }
        return hashes.entrySet().stream()
                .filter(one -> one.getValue().startsWith(hash))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(-1L);
    }
}
