package dev.winnow.engine.compile;

import dev.winnow.engine.evaluate.Share;
import dev.winnow.model.source.Internal;
import dev.winnow.model.value.Figure;
import org.jspecify.annotations.Nullable;

/**
 * The verbs of rule authors: what a rule does when it holds. In a rule file it is {@code card}; a rule's {@code then} is
 * one of its sentences. Each text has one {@code %s} for each argument.
 *
 * <p>winnow itself makes the scorecards; nobody else has a use for one.
 */
public final class Scorecard {

    /** Takes down what rules say. */
    public interface Recorder {

        /**
         * A rule is about to speak.
         *
         * @param rule the rule
         * @param certainly whether it certainly holds, or only possibly
         * @param matched what its patterns matched, in the order of the rule file
         */
        void next(String rule, boolean certainly, Object[] matched);

        /**
         * What it says.
         *
         * @param share what it earns, or the ceiling it sets
         * @param district what it suggests; null unless it does
         * @param arguments what fills its text
         */
        void record(Share share, @Nullable String district, @Nullable Object[] arguments);

        /** A pattern of a rule is tried on a combination of rows. */
        void tries(String rule);

        /** A combination of rows holds as far as it goes. */
        void joins(String rule);
    }

    private final Recorder recorder;

    @Internal
    public Scorecard(Recorder recorder) {
        this.recorder = recorder;
    }

    /**
     * Said by compiled rules before each sentence: which rule speaks, and of what.
     *
     * @param rule the rule
     * @param certainly whether it certainly holds, or only possibly
     * @param facts what its patterns matched, in the order of the rule file
     */
    public void matched(String rule, boolean certainly, Object... facts) {
        recorder.next(rule, certainly, facts);
    }

    /**
     * Asked by compiled rules where a pattern is tried on a combination of rows. Always true, unless there have been too
     * many.
     */
    public boolean tries(String rule, Object fact) {
        recorder.tries(rule);
        return true;
    }

    /** Asked by compiled rules where a combination of rows holds so far. Always true, unless there have been too many. */
    public boolean joins(String rule, Object fact) {
        recorder.joins(rule);
        return true;
    }

    /** Gives the rule's {@code @points} in full. */
    public void award(String text, @Nullable Object... arguments) {
        recorder.record(Share.FULL, null, arguments);
    }

    /** Gives the share of the rule's {@code @points} that a part is of a whole, from 0 to 1. */
    public void awardShare(@Nullable Figure part, @Nullable Figure whole, String text, @Nullable Object... arguments) {
        recorder.record(Share.of(part, whole), null, arguments);
    }

    /** Stops the candidate, whatever its score. */
    public void knockOut(String text, @Nullable Object... arguments) {
        recorder.record(Share.NONE, null, arguments);
    }

    /** Holds the candidate until a human has looked. */
    public void redFlag(String text, @Nullable Object... arguments) {
        recorder.record(Share.NONE, null, arguments);
    }

    /** Limits a criterion to a ceiling, 0 to 100. */
    public void cap(String criterion, @Nullable Figure ceiling, String text, @Nullable Object... arguments) {
        recorder.record(Share.ceiling(ceiling), null, arguments);
    }

    /** Says something that counts nothing. */
    public void note(String text, @Nullable Object... arguments) {
        recorder.record(Share.NONE, null, arguments);
    }

    /** Advises a district of the city. */
    public void suggest(@Nullable String district, String text, @Nullable Object... arguments) {
        recorder.record(Share.NONE, district, arguments);
    }
}
