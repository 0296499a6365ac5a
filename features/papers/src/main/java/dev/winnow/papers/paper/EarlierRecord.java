package dev.winnow.papers.paper;

import dev.winnow.engine.Progress;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.source.Language;
import dev.winnow.records.internal.content.PairResult;
import dev.winnow.records.internal.entry.ScreeningEntry;
import dev.winnow.records.internal.replay.Replay;
import dev.winnow.records.internal.store.RecordStore;
import dev.winnow.records.internal.store.StoredRecord;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The last record about a candidate: the screening on which the last decision about it was based or, without a
 * decision, its last screening.
 *
 * @param screening the record of the screening
 * @param decision the record of the decision; null if there is none
 * @param explanation the candidate in that screening with its reasons, derived again from the stored inputs
 */
public record EarlierRecord(
        StoredRecord screening, @Nullable StoredRecord decision, Explanation explanation) {

    /**
     * Finds the last record.
     *
     * @param records the readable records of the store, in their order
     * @param project the id of the project
     * @param city the id of the city
     * @param language the language of titles and reasons
     * @return null if none of the records is about the candidate
     * @throws dev.winnow.language.PackException if this winnow does not accept the recorded pack
     */
    public static @Nullable EarlierRecord find(
            RecordStore store, List<StoredRecord> records, String project, String city, Language language) {
        StoredRecord decided = StoredRecord.lastDecision(records, project, city);
        if (decided != null) {
            StoredRecord screening = store.record(decided.decision().screening().number());
            return of(store, screening, decided, project, city, language);
        }
        for (int i = records.size() - 1; i >= 0; i--) {
            StoredRecord record = records.get(i);
            if (record.entry() instanceof ScreeningEntry screening
                    && store.content(screening.contents().pairs(), PairResult::of).stream()
                            .anyMatch(pair -> pair.isOf(project, city))) {
                return of(store, record, null, project, city, language);
            }
        }
        return null;
    }

    private static @Nullable EarlierRecord of(
            RecordStore store,
            StoredRecord record,
            @Nullable StoredRecord decision,
            String project,
            String city,
            Language language) {
        ScreeningResult result = Replay.request(store, record.screening(), language)
                .asking(Set.of(project), Set.of(city))
                .screen(Progress.NONE);
        List<Assessment> found = result.asked().assessments();
        return found.isEmpty()
                ? null
                : new EarlierRecord(record, decision, result.session().explain(found.get(found.size() - 1)));
    }

    /** Returns the day of a record where this machine is. */
    static LocalDate day(StoredRecord record) {
        return LocalDate.ofInstant(record.entry().origin().at(), ZoneId.systemDefault());
    }
}
