package dev.winnow.records.internal.replay;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.records.internal.content.PairResult;
import dev.winnow.records.internal.entry.ScreeningEntry;
import dev.winnow.records.internal.store.RecordStore;
import dev.winnow.records.internal.store.RecordsFailure;
import dev.winnow.records.internal.store.RecordsFailure.Kind;
import dev.winnow.records.internal.store.StoredRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A pair of a recorded screening.
 *
 * @param screening the record of the screening
 * @param pair the pair
 */
public record RecordedPair(StoredRecord screening, PairResult pair) {

    /**
     * Finds a pair: in one screening, or in the last one that contains it.
     *
     * @param number the number of the record; null for any
     * @param project the id or the name of the project, or a word of the name
     * @param city the id or the name of the city, or a word of the name
     * @throws RecordsFailure if there is none
     */
    public static RecordedPair find(RecordStore store, @Nullable Long number, String project, String city) {
        RecordStore.Contents stored =
                number == null ? store.records() : new RecordStore.Contents(List.of(store.record(number)), List.of());
        List<StoredRecord> records = stored.readable();
        if (number != null) {
            records.get(0).screening();
        }
        Set<String> projects = new TreeSet<>();
        Set<String> cities = new TreeSet<>();
        boolean any = false;
        for (int i = records.size() - 1; i >= 0; i--) {
            StoredRecord record = records.get(i);
            if (record.entry() instanceof ScreeningEntry screening) {
                any = true;
                List<PairResult> pairs = store.content(screening.contents().pairs(), PairResult::of);
                List<PairResult> found = named(
                        named(pairs, project, PairResult::project, PairResult::projectName),
                        city,
                        PairResult::city,
                        PairResult::cityName);
                if (found.size() == 1) {
                    return new RecordedPair(record, found.get(0));
                }
                pairs.forEach(pair -> {
                    projects.addAll(List.of(pair.project(), pair.projectName()));
                    cities.addAll(List.of(pair.city(), pair.cityName()));
                });
            }
        }
        if (!stored.failures().isEmpty()) {
            throw stored.failures().get(0); // it may be the requested screening
        }
        if (!any) {
            throw new RecordsFailure(
                    Kind.USAGE,
                    Message.of("no screening is recorded yet")
                            .with(Message.of("`%s` creates the first one", "winnow screen --record")));
        }
        throw new RecordsFailure(
                Kind.USAGE,
                (number == null
                                ? Message.of("no recorded screening has `%s` in `%s`", project, city)
                                : Message.of("record `%s` has no `%s` in `%s`", number, project, city))
                        .with(advice(project, projects, city, cities)));
    }

    private static @Nullable Message advice(String project, Set<String> projects, String city, Set<String> cities) {
        Message nearest = projects.contains(project) ? null : Nearest.advice(project, projects);
        return nearest != null || cities.contains(city) ? nearest : Nearest.advice(city, cities);
    }

    /**
     * The pairs that a word identifies: by id, or else by the whole name, or else by a word that only one name
     * contains.
     */
    private static List<PairResult> named(
            List<PairResult> pairs, String word, Function<PairResult, String> id, Function<PairResult, String> name) {
        String wanted = word.strip().toLowerCase(Locale.ROOT);
        List<PairResult> whole = new ArrayList<>();
        List<PairResult> part = new ArrayList<>();
        for (PairResult pair : pairs) {
            String called = name.apply(pair).toLowerCase(Locale.ROOT);
            if (id.apply(pair).toLowerCase(Locale.ROOT).equals(wanted) || called.equals(wanted)) {
                whole.add(pair);
            } else if (List.of(called.split("\\s+")).contains(wanted)) {
                part.add(pair);
            }
        }
        if (!whole.isEmpty()) {
            return whole;
        }
        return part.stream().map(id).collect(Collectors.toSet()).size() == 1 ? part : List.of();
    }
}
