package dev.winnow.records.internal.store;

import dev.winnow.model.source.Message;
import dev.winnow.records.internal.entry.DecisionEntry;
import dev.winnow.records.internal.entry.EntryJson;
import dev.winnow.records.internal.entry.FulfilmentEntry;
import dev.winnow.records.internal.entry.LetterEntry;
import dev.winnow.records.internal.entry.RecordEntry;
import dev.winnow.records.internal.entry.ScreeningEntry;
import dev.winnow.records.internal.store.Chain.Head;
import dev.winnow.records.internal.store.Chain.Link;
import dev.winnow.records.internal.store.Chain.Row;
import dev.winnow.records.internal.store.Verification.Change;
import dev.winnow.records.internal.store.Verification.Finding;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Checks all records in one pass over the rows, in their order. */
final class ChainCheck {

    enum State {
        WHOLE,
        ALTERED
    }

    private final Map<Long, Link> byNumber = new HashMap<>();
    private final @Nullable Map<String, State> contents;
    private final Map<Long, String> whole = new LinkedHashMap<>();
    /** The number of conditions of each decision, and of other records than screenings 0. */
    private final Map<Long, Integer> conditions = new HashMap<>();

    private final Set<Long> decisions = new HashSet<>();

    private final List<Finding> findings = new ArrayList<>();
    private final Set<Long> there = new TreeSet<>();
    private @Nullable Row before;
    private boolean sound = true; // whether the preceding row is unchanged and in its place
    private long dated;
    private Instant latest = Instant.MIN;
    private long count;

    /**
     * Creates a check.
     *
     * @param links all rows without their bytes
     * @param contents the states of the contents, by digest; null if they cannot be read
     */
    ChainCheck(List<Link> links, @Nullable Map<String, State> contents) {
        links.forEach(link -> byNumber.put(link.number(), link));
        this.contents = contents;
    }

    /** Reports a table that is missing or damaged. */
    void damaged(String table) {
        found(0, Change.TABLE, Schema.damage(table));
    }

    /** Checks the next row. */
    void row(Row row) {
        sound = check(row, before, sound);
        before = row;
        count++;
    }

    /**
     * Ends the check and returns its findings.
     *
     * @param marks the rows of the head; null if they cannot be read, which is already reported
     */
    Verification result(@Nullable List<Head> marks) {
        Head head = marks != null && marks.size() == 1 ? marks.get(0) : null;
        removed(head);
        if (marks != null) {
            head(marks);
        }
        findings.sort(Comparator.comparingLong(Finding::record));
        return new Verification(count, before == null ? Chain.START : before.hash(), whole, findings);
    }

    private boolean check(Row row, @Nullable Row before, boolean soundBefore) {
        if (before != null && before.number() == row.number()) {
            found(row.number(), Change.MOVED, Message.of("duplicate record %s", row.number()));
            return false;
        }
        long written = written(row);
        if (written != row.number()) {
            there.add(written);
            found(written, Change.MOVED, Message.of("record %s is in the place of record %s", written, row.number()));
            return false;
        }
        there.add(row.number());
        if (!row.isWhole()) {
            found(
                    row.number(),
                    Change.ALTERED,
                    Message.of("record %s was altered: its hash does not match", row.number()));
            return false;
        }
        String expected = before == null ? Chain.START : before.hash();
        boolean next = before == null ? row.number() == 1 : row.number() == before.number() + 1;
        if (next && soundBefore && !row.previous().equals(expected)) {
            found(
                    row.number(),
                    Change.REWRITTEN,
                    before == null
                            ? Message.of("record 1 was rewritten: it does not follow the start of the records")
                            : Message.of(
                                    "record %s does not follow record %s: one of them was rewritten",
                                    row.number(), before.number()));
            entry(row);
            return false;
        }
        whole.put(row.number(), row.hash());
        entry(row);
        return true;
    }

    /** The number that a row was written with; its present number if the bytes match no hash. */
    private long written(Row row) {
        try {
            long number = EntryJson.number(row.body());
            Link place = byNumber.get(number);
            boolean moved = row.isWhole()
                    || (place != null
                            && Chain.hash(place.previous(), row.body()).equals(place.hash()));
            return moved ? number : row.number();
        } catch (IOException e) {
            return row.number();
        }
    }

    private void entry(Row row) {
        RecordEntry entry;
        try {
            entry = EntryJson.read(row.body());
        } catch (EntryJson.NewerSchema e) {
            return; // only a newer winnow knows its references
        } catch (IOException e) {
            found(
                    row.number(),
                    Change.UNREADABLE,
                    Message.of(
                            "record %s was rewritten: its hash matches, but winnow does not write such records",
                            row.number()));
            return;
        }
        date(row.number(), entry.origin().at());
        if (entry instanceof ScreeningEntry screening) {
            ScreeningEntry.Parts parts = screening.contents();
            content(row, parts.pack(), Message.of("the pack of record %s", row.number()));
            content(row, parts.universe(), Message.of("the universe of record %s", row.number()));
            content(row, parts.pairs(), Message.of("the list of pairs of record %s", row.number()));
            content(row, parts.results(), Message.of("the results of record %s", row.number()));
        } else if (entry instanceof DecisionEntry decision) {
            decisions.add(row.number());
            conditions.put(row.number(), decision.allConditions().size());
            reference(
                    row.number(),
                    decision.screening().number(),
                    decision.screening().hash(),
                    !conditions.containsKey(decision.screening().number()),
                    Message.of(
                            "record %s decides on record %s, which is not an earlier screening",
                            row.number(), decision.screening().number()),
                    Message.of(
                            "record %s decides on record %s with another hash: one of them was rewritten",
                            row.number(), decision.screening().number()));
        } else if (entry instanceof FulfilmentEntry fulfilment) {
            conditions.put(row.number(), 0);
            FulfilmentEntry.Reference of = fulfilment.condition();
            reference(
                    row.number(),
                    of.number(),
                    of.hash(),
                    !whole.containsKey(of.number()) || of.id() <= conditions.getOrDefault(of.number(), 0),
                    Message.of(
                            "record %s is about condition %s of record %s, which is not an earlier decision with"
                                    + " this condition",
                            row.number(), of.id(), of.number()),
                    Message.of(
                            "record %s is about record %s with another hash: one of them was rewritten",
                            row.number(), of.number()));
        } else if (entry instanceof LetterEntry letter) {
            DecisionEntry.Reference decided = letter.decided();
            if (decided != null) {
                reference(
                        row.number(),
                        decided.number(),
                        decided.hash(),
                        !whole.containsKey(decided.number()) || decisions.contains(decided.number()),
                        Message.of(
                                "record %s is a letter about record %s, which is not an earlier decision",
                                row.number(), decided.number()),
                        Message.of(
                                "record %s is about record %s with another hash: one of them was rewritten",
                                row.number(), decided.number()));
            }
            conditions.put(row.number(), 0);
        }
    }

    private void date(long number, Instant at) {
        if (RecordStore.isOutOfOrder(latest, at)) {
            found(
                    number,
                    Change.DATED,
                    Message.of(
                            "record %s is dated %s, before record %s (%s): one of them was rewritten, or a clock was wrong",
                            number, at, dated, latest));
        }
        latest = at;
        dated = number;
    }

    /**
     * Checks a reference to an earlier record. A record that is itself altered or missing is reported with its own
     * number.
     */
    private void reference(long number, long on, String hash, boolean fitting, Message notFitting, Message otherHash) {
        String known = whole.get(on);
        if (on < 1 || on >= number || !fitting) {
            found(number, Change.REFERENCE, notFitting);
        } else if (known != null && !known.equals(hash)) {
            found(number, Change.REFERENCE, otherHash);
        }
    }

    private void content(Row row, String digest, Message called) {
        if (contents == null) {
            return;
        }
        State state = contents.get(digest);
        if (state == null) {
            found(row.number(), Change.CONTENT, Message.of("%s: removed", called));
        } else if (state == State.ALTERED) {
            found(row.number(), Change.CONTENT, Message.of("%s: altered", called));
        }
    }

    private void removed(@Nullable Head head) {
        there.removeIf(number -> !Chain.isNumber(number));
        long end = before != null && Chain.isNumber(before.number()) ? before.number() : 0;
        there.add(Math.max(end, head != null && Chain.isNumber(head.number()) ? head.number() : 0)
                + 1); // after the last one
        long last = 0;
        for (long number : there) {
            long from = last + 1;
            long to = number - 1;
            if (from <= to) {
                found(
                        from,
                        Change.REMOVED,
                        from == to
                                ? Message.of("record %s was removed", from)
                                : Message.of("records %s to %s were removed", from, to));
            }
            last = number;
        }
    }

    private void head(List<Head> marks) {
        if (marks.size() != 1) {
            found(
                    0,
                    Change.HEAD,
                    marks.isEmpty()
                            ? Message.of("the mark of the last record was removed, so the last record is unknown")
                            : Message.of("there are several marks of the last record, so the last record is unknown"));
            return;
        }
        Head head = marks.get(0);
        long number = before == null ? 0 : before.number();
        String hash = before == null ? Chain.START : before.hash();
        if (head.number() != 0 && !Chain.isNumber(head.number())) {
            found(
                    0,
                    Change.HEAD,
                    Message.of("the mark of the last record was altered: `%s` is not a valid number", head.number()));
        } else if (head.number() < number) {
            found(
                    0,
                    Change.HEAD,
                    Message.of("the mark of the last record names record %s, but later ones exist", head.number()));
        } else if (head.number() == number && sound && !head.hash().equals(hash)) {
            found(
                    0,
                    Change.HEAD,
                    Message.of(
                            "the mark of the last record has another hash than record %s: one of them was altered",
                            number));
        }
    }

    private void found(long record, Change change, Message what) {
        findings.add(new Finding(record, change, what));
    }
}
