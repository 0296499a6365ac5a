package dev.winnow.records.internal.store;

import dev.winnow.model.source.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The result of checking all records.
 *
 * @param records the number of records
 * @param last the hash of the last record; zeros if there is none
 * @param hashes the hashes of the unchanged records, by number
 * @param findings the detected changes, by record
 */
public record Verification(long records, String last, Map<Long, String> hashes, List<Finding> findings) {

    /** Kind of change. */
    public enum Change {
        /** The bytes of a record do not match its hash. */
        ALTERED,
        /** A record is missing. */
        REMOVED,
        /** A record is in the place of another. */
        MOVED,
        /** An unchanged record does not follow the preceding one: one of them was rewritten. */
        REWRITTEN,
        /** A content of a record is missing or does not match its digest. */
        CONTENT,
        /** A record matches its hash, but is not in a form that winnow writes. */
        UNREADABLE,
        /** A decision or a statement refers to a record of another kind, a later one, or one with another hash. */
        REFERENCE,
        /** A record is dated before the preceding one. */
        DATED,
        /** The head names another last record. */
        HEAD,
        /** A table is missing or damaged. */
        TABLE,
        /** A trigger that guards a table was added, removed, altered or disabled. */
        TRIGGER,
        /** No record has the expected hash. */
        UNEXPECTED
    }

    /**
     * A detected change.
     *
     * @param record the number of the record; 0 for the records as a whole
     * @param change the kind of change
     * @param what a description of the change
     */
    public record Finding(long record, Change change, Message what) {}

    public Verification {
        hashes = new LinkedHashMap<>(hashes);
        findings = List.copyOf(findings);
    }

    /** Whether there are no findings. */
    public boolean isWhole() {
        return findings.isEmpty();
    }

    /** Adds findings about the triggers of the tables. */
    Verification withTriggers(List<Message> changes) {
        List<Finding> all = new ArrayList<>(findings);
        changes.forEach(change -> all.add(new Finding(0, Change.TRIGGER, change)));
        all.sort(Comparator.comparingLong(Finding::record));
        return new Verification(records, last, hashes, all);
    }

    /** Adds a finding if no record has a hash that was noted elsewhere. */
    public Verification expecting(String hash) {
        if (numberOf(hash) >= 0) {
            return this;
        }
        List<Finding> all = new ArrayList<>(findings);
        all.add(new Finding(
                0,
                Change.UNEXPECTED,
                Message.of(
                        "no record has the hash `%s`: that record was altered, or removed with all later ones", hash)));
        return new Verification(records, last, hashes, all);
    }

    /**
     * The number of the record whose hash is or begins with a given text; 0 for the start of the chain, -1 for none.
     */
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
