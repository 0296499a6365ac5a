package dev.winnow.model;

import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Assumed;
import dev.winnow.model.result.BaseCase;
import dev.winnow.model.result.Because;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.value.ScoreInterval;
import java.util.ArrayList;
import java.util.List;

/**
 * Assessments as they are compared: all but the assumptions on which base cases hang. These are searched by judging again,
 * many times over, and equality would search them of every candidate.
 */
public final class Uncritical {

    private record Base(Verdict verdict, Because because, ScoreInterval score, List<Assumed> assumed) {}

    private Uncritical() {}

    /** {@return each assessment, followed by its base case where it has one} */
    public static List<Object> of(List<Assessment> assessments) {
        List<Object> said = new ArrayList<>();
        for (Assessment one : assessments) {
            BaseCase base = one.base();
            said.add(one.withBase(null));
            if (base != null) {
                said.add(new Base(base.verdict(), base.because(), base.score(), base.assumed()));
            }
        }
        return said;
    }
}
