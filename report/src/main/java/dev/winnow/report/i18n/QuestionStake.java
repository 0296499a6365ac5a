package dev.winnow.report.i18n;

import dev.winnow.model.result.Effect;
import dev.winnow.model.result.Effect.Bearing;
import dev.winnow.model.result.Question;
import java.util.List;

/** Describes what depends on a question. */
public final class QuestionStake {

    private QuestionStake() {}

    /** The effects of undetermined rules that depend on it and bear on the verdict, knock-outs first. */
    public static List<Effect> stops(Question question) {
        return question.decides().stream()
                .filter(effect -> effect.bearing() == Bearing.VERDICT)
                .toList();
    }

    /** Equal for questions on which the same depends. */
    public static String key(Question question) {
        return stops(question) + " " + question.points();
    }

    /** {@code decides a knock-out and a red flag}; empty if neither depends on it. */
    public static String decides(Question question, Wording wording) {
        return stops(question).stream()
                .map(effect -> wording.say("stake." + effect))
                .reduce((one, other) -> wording.say("stake.two", one, other))
                .map(stops -> wording.say("stake.decides", stops))
                .orElse("");
    }

    /**
     * All of it: {@code decides a red flag, worth up to 12 points}.
     *
     * @param each whether several questions are spoken of
     */
    public static String of(Question question, boolean each, Wording wording) {
        String decides = decides(question, wording);
        if (!decides.isEmpty() && question.points().signum() == 0) {
            return decides;
        }
        String points = Numbers.points(question.points(), 2, wording);
        String moves = wording.say(each ? "stake.moves.each" : "stake.moves", points);
        return decides.isEmpty() ? moves : wording.say("stake.both", decides, moves);
    }
}
