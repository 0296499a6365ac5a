package dev.winnow.report.html;

import dev.winnow.analysis.internal.questions.MatchedPair;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Screening;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * The differences between the list of candidates and an earlier screening.
 *
 * @param moved the places in the list of candidates with another verdict, score or rank
 * @param before their earlier assessments, in the same order
 * @param added the places in the list of candidates that were not screened earlier
 * @param gone number of candidates that are no longer screened
 */
record MovedPairs(List<Integer> moved, List<Assessment> before, List<Integer> added, int gone) {

    static MovedPairs between(Screening first, List<Assessment> now) {
        IdentityHashMap<Assessment, Assessment> earlier = new IdentityHashMap<>();
        MatchedPair.of(first.assessments(), now).forEach(pair -> earlier.put(pair.after(), pair.before()));
        List<Integer> moved = new ArrayList<>();
        List<Assessment> before = new ArrayList<>();
        List<Integer> added = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            Assessment one = now.get(i);
            Assessment then = earlier.get(one);
            if (then == null) {
                added.add(i);
            } else if (then.verdict() != one.verdict()
                    || then.rank() != one.rank()
                    || !then.score().equals(one.score())) {
                moved.add(i);
                before.add(then);
            }
        }
        return new MovedPairs(moved, before, added, first.assessments().size() - earlier.size());
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
