package dev.winnow.records;

import dev.winnow.model.result.Screening.Edition;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.source.Language;
import dev.winnow.records.internal.content.Content;
import dev.winnow.records.internal.content.PairResult;
import dev.winnow.records.internal.entry.DecisionCondition;
import dev.winnow.records.internal.entry.DecisionEntry;
import dev.winnow.records.internal.entry.FulfilmentEntry;
import dev.winnow.records.internal.entry.LetterEntry;
import dev.winnow.records.internal.entry.LetterKind;
import dev.winnow.records.internal.entry.RecordOrigin;
import dev.winnow.records.internal.entry.RequestKey;
import dev.winnow.records.internal.entry.ScreeningEntry;
import dev.winnow.records.internal.entry.ScreeningOptions;
import dev.winnow.records.internal.store.RecordStore;
import dev.winnow.records.internal.store.RecordsPlace;
import dev.winnow.records.internal.store.StoredRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Records for tests. */
public final class Samples {

    public static final RecordOrigin ORIGIN =
            new RecordOrigin(Instant.parse("2026-02-03T04:05:06Z"), "Li Ming 李明", "0.2.0", "17.0.9");

    private static final LocalDate DAY = LocalDate.of(2026, 1, 8);

    private Samples() {}

    /** The place of records in a file. */
    public static RecordsPlace place(Path file) {
        return RecordsPlace.of(file.toString(), variable -> null);
    }

    /** The content with the bytes of a text. */
    public static Content content(String text) {
        try {
            return Content.of(out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Appends a screening whose four contents are texts. */
    public static StoredRecord screening(RecordStore store, String pack, String universe) {
        List<Content> contents =
                List.of(content(pack), content(universe), content("[]"), content("{} of " + pack + universe));
        return store.append(
                new ScreeningEntry(
                        ORIGIN,
                        new Edition("wind", "1.0", "a".repeat(64)),
                        new Edition("coast", "", "b".repeat(64)),
                        new ScreeningOptions(
                                Language.EN, null, List.of(), List.of(), null, List.of("bay"), null, 50, 1, "fused"),
                        Map.of(Verdict.HOLD, 2),
                        0,
                        new ScreeningEntry.Parts(
                                contents.get(0).digest(),
                                contents.get(1).digest(),
                                contents.get(2).digest(),
                                contents.get(3).digest())),
                contents);
    }

    /** Appends a letter that states a decision. */
    public static StoredRecord letter(RecordStore store, StoredRecord decision) {
        return store.append(
                new LetterEntry(
                        ORIGIN,
                        "mill",
                        "Wind Mill 风车",
                        "bay",
                        "Alder Bay",
                        "owner",
                        LetterKind.RECOMMENDED,
                        DAY,
                        null,
                        new DecisionEntry.Reference(decision.number(), decision.hash()),
                        List.of(),
                        "Dear Sir or Madam"),
                List.of());
    }

    /** Appends a decision on a screening. */
    public static StoredRecord decision(RecordStore store, StoredRecord screening, String reason) {
        return decision(store, screening, reason, List.of());
    }

    /** Returns a decision as recorded by a request with a key and a body. */
    public static DecisionEntry requested(DecisionEntry decision, String key, String body) {
        return new DecisionEntry(
                ORIGIN.of(RequestKey.of(key, "/decide", body.getBytes(StandardCharsets.UTF_8))),
                decision.screening(),
                decision.pair(),
                decision.decision(),
                decision.reason(),
                null);
    }

    private static StoredRecord decision(
            RecordStore store, StoredRecord screening, String reason, List<DecisionCondition> conditions) {
        return store.append(
                new DecisionEntry(
                        ORIGIN,
                        new DecisionEntry.Reference(screening.number(), screening.hash()),
                        new PairResult("mill", "Wind Mill 风车", "bay", "Alder Bay", DAY, Verdict.HOLD),
                        Verdict.RECOMMEND,
                        reason,
                        conditions),
                List.of());
    }

    /** Appends a decision with one condition, and the statement that it is met. */
    public static List<StoredRecord> conditional(RecordStore store, StoredRecord screening) {
        StoredRecord decision = decision(
                store,
                screening,
                "on condition",
                List.of(new DecisionCondition(1, "Contract signed", null, "The bank", DAY)));
        return List.of(
                decision,
                store.append(
                        new FulfilmentEntry(
                                ORIGIN,
                                new FulfilmentEntry.Reference(decision.number(), decision.hash(), 1),
                                DAY,
                                "signed"),
                        List.of()));
    }

    /** Appends five records: a screening, three decisions and a screening of the same universe by another pack. */
    public static List<StoredRecord> five(RecordsPlace place) {
        try (RecordStore store = RecordStore.toWrite(place)) {
            StoredRecord first = screening(store, "pack one", "universe");
            return List.of(
                    first,
                    decision(store, first, "because"),
                    decision(store, first, "once more"),
                    decision(store, first, "理由"),
                    screening(store, "pack two", "universe"));
        }
    }
}
