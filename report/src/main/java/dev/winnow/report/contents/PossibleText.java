package dev.winnow.report.contents;

import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Effect.Bearing;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Undetermined;
import dev.winnow.model.result.Verdict;
import dev.winnow.report.i18n.Wording;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Describes what may still become of a verdict. */
public final class PossibleText {

    private PossibleText() {}

    /** Which other verdicts full knowledge could bring, or that it could bring none; in a sentence. */
    public static String of(Assessment one, Wording wording) {
        return one.isSettled()
                ? wording.say("possible.settled")
                : wording.say("possible.open", others(one.verdict(), one.possible(), wording));
    }

    /** {@code RECOMMEND or DECLINE}: the possible verdicts but the present one. */
    static String others(Verdict now, Collection<Verdict> possible, Wording wording) {
        return possible.stream()
                .filter(verdict -> verdict != now)
                .map(verdict -> wording.say("verdict." + verdict))
                .collect(Collectors.joining(wording.say("possible.or")));
    }

    /** The undetermined knock-outs and red flags, unless the verdict is settled without them. */
    public static List<Undetermined> openStops(Explanation one) {
        return one.assessment().verdict() == Verdict.DECLINE
                ? List.of()
                : one.undetermined().stream()
                        .filter(open -> open.effect().bearing() == Bearing.VERDICT)
                        .toList();
    }
}
