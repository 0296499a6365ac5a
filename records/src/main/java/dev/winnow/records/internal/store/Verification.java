package dev.winnow.records.internal.store;

import dev.winnow.model.source.Message;
import dev.winnow.records.internal.entry.EntryJson;
import dev.winnow.records.internal.entry.RecordEntry;
import dev.winnow.records.internal.entry.ScreeningEntry;
import dev.winnow.records.internal.store.Chain.Head;
import dev.winnow.records.internal.store.Chain.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

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
        /** The head names another last record. */
        HEAD,
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

    enum State {
        WHOLE,
        ALTERED
    }

    public Verification {
        hashes = new LinkedHashMap<>(hashes);
        findings = List.copyOf(findings);
    }

    /** Whether nothing was found. */
    public boolean isWhole() {
        return findings.isEmpty();
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

    static Verification of(List<Row> rows, @Nullable Head head, Map<String, State> contents) {
        return new ChainCheck(rows, head, contents).result();
    }

    /** One pass over the rows in their order. */
    private static final class ChainCheck {

        private final List<Row> rows;
        private final @Nullable Head head;
        private final Map<String, State> contents;
        private final Map<Long, Row> byNumber = new HashMap<>();
        private final Map<Long, String> whole = new LinkedHashMap<>();
        private final List<Finding> findings = new ArrayList<>();
        private final Set<Long> there = new TreeSet<>();

        ChainCheck(List<Row> rows, @Nullable Head head, Map<String, State> contents) {
            this.rows = rows;
            this.head = head;
            this.contents = contents;
            rows.forEach(row -> byNumber.put(row.number(), row));
        }

        Verification result() {
            @Nullable Row before = null;
            boolean sound = true; // whether the row before is as it was written, where it was written
            for (Row row : rows) {
                sound = row(row, before, sound);
                before = row;
            }
            removed();
            head(before, sound);
            findings.sort((one, other) -> Long.compare(one.record(), other.record()));
            return new Verification(rows.size(), before == null ? Chain.START : before.hash(), whole, findings);
        }

        private boolean row(Row row, @Nullable Row before, boolean soundBefore) {
            long written = written(row);
            if (written != row.number()) {
                there.add(written);
                found(
                        written,
                        Change.MOVED,
                        Message.of("record %s stands where %s was written", written, row.number()));
                return false;
            }
            there.add(row.number());
            if (!row.isWhole()) {
                found(
                        row.number(),
                        Change.ALTERED,
                        Message.of("record %s was altered: it does not have its hash", row.number()));
                return false;
            }
            String expected = before == null ? Chain.START : before.hash();
            boolean next = before == null ? row.number() == 1 : row.number() == before.number() + 1;
            if (next && soundBefore && !row.previous().equals(expected)) {
                found(
                        row.number(),
                        Change.REWRITTEN,
                        before == null
                                ? Message.of("record 1 was written anew: it does not follow the start of the records")
                                : Message.of(
                                        "record %s does not follow record %s: one of the two was written anew",
                                        row.number(), before.number()));
                contents(row);
                return false;
            }
            whole.put(row.number(), row.hash());
            contents(row);
            return true;
        }

        /** The number that a row was written with; that of its place if its bytes are not whole anywhere. */
        private long written(Row row) {
            try {
                long number = EntryJson.number(row.body());
                Row place = byNumber.get(number);
                boolean moved = row.isWhole()
                        || (place != null
                                && Chain.hash(place.previous(), row.body()).equals(place.hash()));
                return moved ? number : row.number();
            } catch (IOException e) {
                return row.number();
            }
        }

        private void contents(Row row) {
            RecordEntry entry;
            try {
                entry = EntryJson.read(row.body());
            } catch (IOException e) {
                return; // a newer winnow knows what it refers to
            }
            if (entry instanceof ScreeningEntry screening) {
                ScreeningEntry.Parts parts = screening.contents();
                content(row, parts.pack(), Message.of("the pack of record %s", row.number()));
                content(row, parts.universe(), Message.of("the universe of record %s", row.number()));
                content(row, parts.pairs(), Message.of("the list of pairs of record %s", row.number()));
                content(row, parts.results(), Message.of("the results of record %s", row.number()));
            }
        }

        private void content(Row row, String digest, Message called) {
            State state = contents.get(digest);
            if (state == null) {
                found(row.number(), Change.CONTENT, Message.of("%s: removed", called));
            } else if (state == State.ALTERED) {
                found(row.number(), Change.CONTENT, Message.of("%s: altered", called));
            }
        }

        private void removed() {
            long end = rows.isEmpty() ? 0 : rows.get(rows.size() - 1).number();
            there.add(Math.max(end, head == null ? 0 : head.number()) + 1); // behind the last
            long before = 0;
            for (long number : there) {
                long from = before + 1;
                long to = number - 1;
                if (from <= to) {
                    found(
                            from,
                            Change.REMOVED,
                            from == to
                                    ? Message.of("record %s was removed", from)
                                    : Message.of("records %s to %s were removed", from, to));
                }
                before = number;
            }
        }

        private void head(@Nullable Row last, boolean sound) {
            if (head == null) {
                found(
                        0,
                        Change.HEAD,
                        Message.of("the mark of the last record was removed, so that nothing tells which it was"));
                return;
            }
            long number = last == null ? 0 : last.number();
            String hash = last == null ? Chain.START : last.hash();
            boolean ahead = head.number() < number;
            if (ahead || (head.number() == number && sound && !head.hash().equals(hash))) {
                found(
                        0,
                        Change.HEAD,
                        ahead
                                ? Message.of(
                                        "the mark of the last record names record %s, and there are more",
                                        head.number())
                                : Message.of(
                                        "the mark of the last record has another hash than record %s: one of the two"
                                                + " was altered",
                                        number));
            }
        }

        private void found(long record, Change change, Message what) {
            findings.add(new Finding(record, change, what));
        }
    }
}
