package dev.winnow.report.html;

import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Screening;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The differences between the list of candidates and an earlier screening.
 *
 * @param moved the places in the list of candidates with another verdict, score or rank
 * @param before their earlier assessments, in the same order
 * @param added the places in the list of candidates that were not screened earlier
 * @param gone number of candidates that are no longer screened
 */
record MovedPairs(List<Integer> moved, List<Assessment> before, List<Integer> added, int gone) {

    private record Key(String project, String city, LocalDate day) {

        static Key of(Assessment one) {
            return new Key(one.project(), one.city(), one.asOf());
        }
    }

    static MovedPairs between(Screening first, List<Assessment> now) {
        Map<Key, Assessment> earlier = new HashMap<>();
        first.assessments().forEach(one -> earlier.put(Key.of(one), one));
        List<Integer> moved = new ArrayList<>();
        List<Assessment> before = new ArrayList<>();
        List<Integer> added = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            Assessment one = now.get(i);
            Assessment then = earlier.remove(Key.of(one));
            if (then == null) {
                added.add(i);
            } else if (then.verdict() != one.verdict()
                    || then.rank() != one.rank()
                    || !then.score().equals(one.score())) {
                moved.add(i);
                before.add(then);
            }
        }
        return new MovedPairs(moved, before, added, earlier.size());
    }

    /** Writes the moved candidates with their earlier verdict, score and rank, then the others. */
    void write(PageJson json) throws IOException {
        json.name("moved").list(moved, json::number);
        json.name("thenVerdict").list(before, one -> json.number(Constants.place(one.verdict())));
        json.name("thenLow").list(before, one -> json.number(one.score().low()));
        json.name("thenHigh").list(before, one -> json.number(one.score().high()));
        json.name("thenRank").list(before, one -> json.number(one.rank()));
        json.name("added").list(added, json::number);
        json.name("gone").number(gone);
    }
}
