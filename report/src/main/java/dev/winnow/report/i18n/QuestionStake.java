package dev.winnow.report.i18n;

import dev.winnow.model.result.Effect;
import dev.winnow.model.result.Effect.Bearing;
import dev.winnow.model.result.Question;
import java.util.List;

/** Describes what depends on a question. */
public final class QuestionStake {

    private QuestionStake() {}

    /**
     * Returns the effects of undetermined rules that depend on a question and bear on the verdict, knock-outs first.
     */
    public static List<Effect> stops(Question question) {
        return question.decides().stream()
                .filter(effect -> effect.bearing() == Bearing.VERDICT)
                .toList();
    }

    /** Returns a key that is equal for questions with the same stake. */
    public static String key(Question question) {
        return stops(question) + " " + question.points();
    }

    /** Returns {@code decides a knock-out and a red flag}; empty if neither depends on the question. */
    public static String decides(Question question, Wording wording) {
        return stops(question).stream()
                .map(effect -> wording.say("stake." + effect))
                .reduce((one, other) -> wording.say("stake.two", one, other))
                .map(stops -> wording.say("stake.decides", stops))
                .orElse("");
    }

    /**
     * Returns the whole stake: {@code decides a red flag, worth up to 12 points}.
     *
     * @param each whether it is the stake of each of several questions
     */
    public static String of(Question question, boolean each, Wording wording) {
        String decides = decides(question, wording);
        if (!decides.isEmpty() && question.points().signum() == 0) {
            return decides;
        }
        String points = Numbers.points(question.points(), wording);
        String moves = wording.say(each ? "stake.moves.each" : "stake.moves", points);
        return decides.isEmpty() ? moves : wording.say("stake.both", decides, moves);
    }
}
