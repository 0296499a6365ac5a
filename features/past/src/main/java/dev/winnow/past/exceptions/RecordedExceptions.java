package dev.winnow.past.exceptions;

import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.engine.ScreeningSession;
import dev.winnow.language.PackException;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Explanation;
import dev.winnow.records.internal.content.PairResult;
import dev.winnow.records.internal.entry.DecisionEntry;
import dev.winnow.records.internal.entry.ScreeningEntry;
import dev.winnow.records.internal.replay.Replay;
import dev.winnow.records.internal.store.RecordStore;
import dev.winnow.records.internal.store.StoredRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Decisions on record that differ from the verdict of the rules. Of several decisions about a pair, the last one counts.
 */
public final class RecordedExceptions {

    /**
     * The facts of a recorded screening, judged by the pack of the time and by today's.
     *
     * @param then null if this winnow does not accept the recorded pack
     * @param today null if the recorded pack has another name than today's, or today's cannot judge the facts
     */
    private record Sessions(
            @Nullable ScreeningSession then, @Nullable ScreeningSession today, boolean illustrative) {}

    private final RecordStore store;
    private final RulePack pack;

    private RecordedExceptions(RecordStore store, RulePack pack) {
        this.store = store;
        this.pack = pack;
    }

    /**
     * Compares decisions with the rules.
     *
     * @param records the readable records of the store, in their order
     * @param today today's pack, in the language of the reader; judges the facts of records whose pack has its name
     */
    public static Exceptions of(RecordStore store, List<StoredRecord> records, RulePack today) {
        return new RecordedExceptions(store, today).exceptions(records);
    }

    private Exceptions exceptions(List<StoredRecord> records) {
        Map<Long, StoredRecord> byNumber = new HashMap<>();
        Map<List<String>, StoredRecord> last = new LinkedHashMap<>();
        for (StoredRecord record : records) {
            byNumber.put(record.number(), record);
            if (record.entry() instanceof DecisionEntry decision) {
                List<String> pair =
                        List.of(decision.pair().project(), decision.pair().city());
                last.remove(pair);
                last.put(pair, record);
            }
        }
        Map<Long, List<StoredRecord>> byScreening = new TreeMap<>();
        for (StoredRecord record : last.values()) {
            DecisionEntry decision = (DecisionEntry) record.entry();
            if (decision.againstTheRules()) {
                byScreening
                        .computeIfAbsent(decision.screening().number(), any -> new ArrayList<>())
                        .add(record);
            }
        }
        Map<Long, PolicyException> exceptions = new TreeMap<>();
        boolean illustrative = false;
        for (Map.Entry<Long, List<StoredRecord>> one : byScreening.entrySet()) {
            StoredRecord of = byNumber.get(one.getKey());
            if (of != null) {
                Sessions both = sessions(of.screening());
                illustrative |= both.illustrative();
                one.getValue()
                        .forEach(record -> exceptions.put(
                                record.number(), exception(record.number(), (DecisionEntry) record.entry(), both)));
            }
        }
        return Exceptions.onRecord(last.size(), pack.edition(), illustrative, List.copyOf(exceptions.values()));
    }

    private Sessions sessions(ScreeningEntry screening) {
        ScreeningRequest request;
        try {
            request = Replay.request(store, screening, pack.language());
        } catch (PackException e) {
            return new Sessions(null, null, false);
        }
        boolean same = request.pack().name().equals(pack.name());
        return new Sessions(
                request.open(), same ? today(request) : null, request.universe().illustrative());
    }

    private @Nullable ScreeningSession today(ScreeningRequest request) {
        try {
            return new ScreeningRequest(
                            pack,
                            request.universe().with(pack.vocabulary()).countedIn(pack.money()),
                            request.asOfPolicy(),
                            request.assumptions(),
                            request.matcher(),
                            null,
                            null,
                            null)
                    .open();
        } catch (PackException e) {
            return null;
        }
    }

    private static PolicyException exception(long number, DecisionEntry decision, Sessions both) {
        PairResult pair = decision.pair();
        return new PolicyException(
                number,
                pair.project(),
                pair.projectName(),
                pair.city(),
                pair.cityName(),
                pair.asOf(),
                pair.verdict(),
                decision.decision(),
                decision.origin().by(),
                decision.reason(),
                explained(both.then(), pair),
                both.today() == null ? null : both.today().assess(pair.project(), pair.city()));
    }

    /** Returns the explanation of the recorded verdict; null if another verdict is derived. */
    private static @Nullable Explanation explained(@Nullable ScreeningSession then, PairResult pair) {
        Assessment assessment = then == null ? null : then.assess(pair.project(), pair.city());
        return then == null || assessment == null || assessment.verdict() != pair.verdict()
                ? null
                : then.explain(assessment);
    }
}
