package dev.winnow.analysis.internal.questions;

import dev.winnow.model.result.Assessment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A pair of two screenings, as both assess it. */
public record MatchedPair(Assessment before, Assessment after) {

    private record Key(String project, String city) {

        static Key of(Assessment one) {
            return new Key(one.project(), one.city());
        }
    }

    /**
     * Returns the pairs of two screenings that both contain, in the order of the later one. The days of a pair may differ,
     * since a universe is of the day of its latest answer; a pair that is assessed on several days needs the same one.
     */
    public static List<MatchedPair> of(Collection<Assessment> before, Collection<Assessment> after) {
        Map<Key, List<Assessment>> earlier = new HashMap<>();
        before.forEach(one ->
                earlier.computeIfAbsent(Key.of(one), any -> new ArrayList<>(1)).add(one));
        return after.stream()
                .flatMap(now ->
                        then(earlier.getOrDefault(Key.of(now), List.of()), now).map(then -> new MatchedPair(then, now)))
                .toList();
    }

    private static Stream<Assessment> then(List<Assessment> earlier, Assessment now) {
        return earlier.size() < 2
                ? earlier.stream()
                : earlier.stream().filter(one -> one.asOf().equals(now.asOf()));
    }

    /** Whether the verdicts, their reasons or the scores differ. */
    public boolean isMoved() {
        return isOtherVerdict()
                || before.because() != after.because()
                || !before.score().equals(after.score());
    }

    /** Whether the verdicts differ. */
    public boolean isOtherVerdict() {
        return before.verdict() != after.verdict();
    }
}
