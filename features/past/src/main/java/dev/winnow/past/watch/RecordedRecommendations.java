package dev.winnow.past.watch;

import dev.winnow.engine.ScreeningRequest;
import dev.winnow.language.PackException;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.source.Language;
import dev.winnow.past.watch.DueCondition.Fulfilment;
import dev.winnow.records.internal.content.PairResult;
import dev.winnow.records.internal.entry.DecisionCondition;
import dev.winnow.records.internal.entry.DecisionEntry;
import dev.winnow.records.internal.entry.FulfilmentEntry;
import dev.winnow.records.internal.entry.RecordOrigin;
import dev.winnow.records.internal.entry.ScreeningEntry;
import dev.winnow.records.internal.replay.Replay;
import dev.winnow.records.internal.store.RecordStore;
import dev.winnow.records.internal.store.RecordsFailure;
import dev.winnow.records.internal.store.StoredRecord;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The recommendations on record: of each pair the last decision or, if there is none, its last recorded screening. A
 * decision to hold counts if it has conditions.
 *
 * @param by the recommendations by the pack
 * @param byOthers number of recommendations by other packs, by the name of the pack
 * @param failures the failures to read the contents of screenings
 */
public record RecordedRecommendations(
        List<Recommendation> by, Map<String, Integer> byOthers, List<RecordsFailure> failures) {

    public RecordedRecommendations {
        by = List.copyOf(by);
        byOthers = new TreeMap<>(byOthers);
        failures = List.copyOf(failures);
    }

    /**
     * Reads the recommendations.
     *
     * @param records the records in their order
     * @param pack the name of the pack
     * @param language the language of the rules in descriptions of changes
     */
    public static RecordedRecommendations of(
            RecordStore store, List<StoredRecord> records, String pack, Language language) {
        return new Reading(store, records, pack, language).read();
    }

    private record Pair(String project, String city) {

        static Pair of(PairResult result) {
            return new Pair(result.project(), result.city());
        }
    }

    /**
     * The last statement about a pair.
     *
     * @param record the decision, or the screening
     * @param screening the record of the screening; that of the decision if the screening was altered
     * @param result the recorded result
     */
    private record Last(StoredRecord record, StoredRecord screening, PairResult result) {

        @Nullable
        DecisionEntry decision() {
            return record.entry() instanceof DecisionEntry decision ? decision : null;
        }

        boolean counts() {
            DecisionEntry decision = decision();
            if (!(screening.entry() instanceof ScreeningEntry)) {
                return false;
            }
            return decision == null
                    ? result.verdict() == Verdict.RECOMMEND
                    : decision.decision() == Verdict.RECOMMEND
                            || !decision.allConditions().isEmpty();
        }
    }

    private static final class Reading {

        private final RecordStore store;
        private final List<StoredRecord> records;
        private final String pack;
        private final Language language;
        private final Map<Long, @Nullable ScreeningRequest> requests = new HashMap<>();
        private final List<RecordsFailure> failures = new ArrayList<>();

        Reading(RecordStore store, List<StoredRecord> records, String pack, Language language) {
            this.store = store;
            this.records = records;
            this.pack = pack;
            this.language = language;
        }

        RecordedRecommendations read() {
            List<Recommendation> by = new ArrayList<>();
            Map<String, Integer> byOthers = new HashMap<>();
            for (Last last : last()) {
                String judged = last.screening.screening().pack().name();
                if (judged.equals(pack)) {
                    by.add(recommendation(last));
                } else {
                    byOthers.merge(judged, 1, Integer::sum);
                }
            }
            return new RecordedRecommendations(by, byOthers, failures);
        }

        private List<Last> last() {
            Map<Long, StoredRecord> byNumber = new HashMap<>();
            Map<Pair, Last> screened = new LinkedHashMap<>();
            Map<Pair, Last> decided = new LinkedHashMap<>();
            for (StoredRecord record : records) {
                byNumber.put(record.number(), record);
                if (record.entry() instanceof ScreeningEntry screening) {
                    pairs(screening).forEach(result -> screened.put(Pair.of(result), new Last(record, record, result)));
                } else if (record.entry() instanceof DecisionEntry decision) {
                    StoredRecord screening = byNumber.get(decision.screening().number());
                    decided.put(
                            Pair.of(decision.pair()),
                            new Last(record, screening == null ? record : screening, decision.pair()));
                }
            }
            screened.putAll(decided);
            return screened.values().stream().filter(Last::counts).toList();
        }

        private List<PairResult> pairs(ScreeningEntry screening) {
            try {
                return store.content(screening.contents().pairs(), PairResult::of);
            } catch (RecordsFailure e) {
                failures.add(e);
                return List.of();
            }
        }

        private Recommendation recommendation(Last last) {
            RecordOrigin origin = last.record.entry().origin();
            DecisionEntry decision = last.decision();
            PairResult result = last.result;
            return new Recommendation(
                    last.record.number(),
                    LocalDate.ofInstant(origin.at(), ZoneId.systemDefault()),
                    origin.by(),
                    decision == null ? null : decision.reason(),
                    decision == null ? result.verdict() : decision.decision(),
                    result.project(),
                    result.projectName(),
                    result.city(),
                    result.cityName(),
                    result.verdict(),
                    last.screening.number(),
                    request(last.screening),
                    decision == null
                            ? List.of()
                            : decision.allConditions().stream()
                                    .map(one -> condition(last.record, one))
                                    .toList());
        }

        private DueCondition condition(StoredRecord record, DecisionCondition one) {
            return new DueCondition(
                    record.number(),
                    record.hash(),
                    record.entry().origin().at(),
                    one.id(),
                    one.text(),
                    one.about(),
                    one.owner(),
                    one.due(),
                    record.fulfilments(records).stream()
                            .filter(met ->
                                    ((FulfilmentEntry) met.entry()).condition().id() == one.id())
                            .map(met -> {
                                FulfilmentEntry entry = (FulfilmentEntry) met.entry();
                                return new Fulfilment(met.number(), entry.met(), entry.reason());
                            })
                            .reduce((first, second) -> second)
                            .orElse(null));
        }

        /** Returns the recorded screening; null if it is damaged or this winnow no longer accepts its pack. */
        private @Nullable ScreeningRequest request(StoredRecord screening) {
            if (!requests.containsKey(screening.number())) {
                requests.put(screening.number(), read(screening.screening()));
            }
            return requests.get(screening.number());
        }

        private @Nullable ScreeningRequest read(ScreeningEntry screening) {
            try {
                return Replay.request(store, screening, language);
            } catch (PackException e) {
                return null;
            } catch (RecordsFailure e) {
                failures.add(e);
                return null;
            }
        }
    }
}
