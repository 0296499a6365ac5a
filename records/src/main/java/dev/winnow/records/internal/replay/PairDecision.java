package dev.winnow.records.internal.replay;

import dev.winnow.model.result.Verdict;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.records.internal.content.PairReasons;
import dev.winnow.records.internal.entry.DecisionCondition;
import dev.winnow.records.internal.entry.DecisionEntry;
import dev.winnow.records.internal.entry.RecordOrigin;
import dev.winnow.records.internal.entry.ScreeningEntry;
import dev.winnow.records.internal.store.RecordStore;
import dev.winnow.records.internal.store.RecordsFailure;
import dev.winnow.records.internal.store.RecordsFailure.Kind;
import dev.winnow.records.internal.store.StoredRecord;
import dev.winnow.report.i18n.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A decision to record about a pair of a recorded screening.
 *
 * @param screening the record number of the screening; null for the last one with this pair
 * @param project the id or the name of the project, or a word of the name
 * @param city the id or the name of the city, or a word of the name
 * @param decision the decision
 * @param reason the reason for it, at most {@value #MAX_REASON} characters
 * @param conditions its conditions, at most {@value ProposedCondition#MAX_CONDITIONS}
 */
public record PairDecision(
        @Nullable Long screening,
        String project,
        String city,
        Verdict decision,
        String reason,
        List<ProposedCondition> conditions) {

    /** Maximum length of a reason in characters, a few pages of text; lists of records print it in full. */
    static final int MAX_REASON = 10_000;

    /** @throws RecordsFailure if the reason is too long, or the conditions do not suit the decision */
    public PairDecision {
        conditions = List.copyOf(conditions);
        requireShort(reason);
        if (decision == Verdict.DECLINE && !conditions.isEmpty()) {
            throw new RecordsFailure(
                    Kind.USAGE,
                    Message.of("a declined project has no conditions")
                            .with(Message.of("hold it until they are met: `%s`", Verdict.HOLD.words())));
        }
        if (conditions.size() > ProposedCondition.MAX_CONDITIONS) {
            throw new RecordsFailure(
                    Kind.USAGE,
                    Message.of(
                            "the decision has %s conditions, and at most %s are recorded",
                            conditions.size(), ProposedCondition.MAX_CONDITIONS));
        }
    }

    /** @throws RecordsFailure if a reason is too long */
    static void requireShort(String reason) {
        if (reason.length() > MAX_REASON) {
            throw new RecordsFailure(
                    Kind.USAGE,
                    Message.of("the reason has %s characters, and at most %s are recorded", reason.length(), MAX_REASON)
                            .with(Message.of("name the document that says more")));
        }
    }

    /**
     * Finds the recorded pair.
     *
     * @param reading opens the records to read them
     * @throws RecordsFailure if no recorded screening has the pair
     */
    public RecordedPair find(Supplier<RecordStore> reading) {
        try (RecordStore store = reading.get()) {
            return RecordedPair.find(store, screening, project, city);
        }
    }

    /**
     * Appends the decision about a recorded pair.
     *
     * @throws RecordsFailure if a condition is about neither a red flag, a knock-out nor an open fact of the pair
     */
    public StoredRecord append(RecordStore store, RecordedPair pair, RecordOrigin origin) {
        StoredRecord of = pair.screening();
        return store.append(
                new DecisionEntry(
                        origin,
                        new DecisionEntry.Reference(of.number(), of.hash()),
                        pair.pair(),
                        decision,
                        reason.strip(),
                        conditions.isEmpty() ? null : numbered(store, pair)),
                List.of());
    }

    private List<DecisionCondition> numbered(RecordStore store, RecordedPair pair) {
        ScreeningEntry screening = pair.screening().screening();
        PairReasons reasons =
                store.content(screening.contents().results(), results -> PairReasons.of(results, pair.pair()));
        Map<String, String> stops =
                reasons.stops(Wording.inLanguage(screening.options().language()));
        List<DecisionCondition> numbered = new ArrayList<>();
        for (ProposedCondition proposed : conditions) {
            List<ProposedCondition> each = proposed.text() == null && proposed.about() == null
                    ? open(reasons).stream()
                            .map(flag -> new ProposedCondition(null, flag.rule(), proposed.owner(), proposed.due()))
                            .toList()
                    : List.of(proposed);
            each.forEach(one -> numbered.add(checked(numbered.size() + 1, one, reasons, stops)));
        }
        return numbered;
    }

    private static List<PairReasons.Rule> open(PairReasons reasons) {
        if (reasons.conditions().isEmpty()) {
            throw new RecordsFailure(
                    Kind.USAGE,
                    Message.of("the recorded recommendation depends on no open red flag, so there is no condition")
                            .with(Message.of("state one: `%s`", "--condition TEXT --until DAY")));
        }
        return reasons.conditions();
    }

    /** @param stops the red flags and knock-outs of the pair, each as a condition, by id */
    private static DecisionCondition checked(
            int id, ProposedCondition proposed, PairReasons reasons, Map<String, String> stops) {
        String about = proposed.about();
        String title = about == null ? null : stops.get(about);
        boolean asked = reasons.questions().stream().anyMatch(one -> one.fact().equals(about));
        if (about != null && title == null && !asked) {
            Set<String> known = new TreeSet<>(stops.keySet());
            reasons.questions().forEach(one -> known.add(one.fact()));
            throw new RecordsFailure(
                    Kind.USAGE,
                    Message.of("`%s` is no red flag, knock-out or open fact of the recorded pair", about)
                            .with(Nearest.advice(
                                    about, known, Message.of("`%s` shows them", "winnow explain PROJECT CITY"))));
        }
        String text = proposed.text() == null ? title : proposed.text().strip();
        if (text == null || text.isEmpty()) {
            throw new RecordsFailure(
                    Kind.USAGE,
                    Message.of("the condition until %s needs a text", proposed.due())
                            .with(Message.of("write `%s`", "--condition TEXT")));
        }
        if (text.length() > ProposedCondition.MAX_TEXT) {
            throw new RecordsFailure(
                    Kind.USAGE,
                    Message.of(
                                    "a condition has %s characters, and at most %s are recorded",
                                    text.length(), ProposedCondition.MAX_TEXT)
                            .with(Message.of("name the document that says more")));
        }
        String owner = proposed.owner();
        return new DecisionCondition(
                id, text, about, owner == null || owner.isBlank() ? null : owner.strip(), proposed.due());
    }
}
