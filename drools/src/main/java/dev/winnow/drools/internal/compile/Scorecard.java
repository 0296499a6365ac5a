package dev.winnow.drools.internal.compile;

import dev.winnow.engine.internal.evaluate.Share;
import dev.winnow.engine.internal.evaluate.WrittenKeys;
import dev.winnow.model.source.Internal;
import dev.winnow.model.value.Figure;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The methods that a compiled rule calls when it holds. In a rule file the scorecard is called {@code card}, and a
 * rule's {@code then} is one call. A text has one {@code %s} for each argument.
 *
 * <p>Only winnow creates scorecards.
 */
public final class Scorecard {

    /** Receives the matches of rules. */
    public interface Recorder {

        /**
         * Called before a match is recorded.
         *
         * @param rule the rule
         * @param certainly whether the match is certain; otherwise it is only possible
         * @param matched the matched facts, in the order of the patterns in the rule file
         */
        void next(String rule, boolean certainly, Object[] matched);

        /**
         * Records the match announced by {@link #next}.
         *
         * @param share the share of points that it earns, or the ceiling that it sets
         * @param district the suggested district; null if none
         * @param arguments the values for the placeholders of the text
         */
        void record(Share share, @Nullable String district, @Nullable Object[] arguments);

        /**
         * Called when a pattern of a rule is tried on a combination of rows.
         *
         * @param rule the id of the rule
         */
        void tries(String rule);

        /**
         * Called when a combination of rows is a partial match.
         *
         * @param rule the id of the rule
         */
        void joins(String rule);
    }

    private final Recorder recorder;
    private final WrittenKeys keys;

    /**
     * A scorecard.
     *
     * @param recorder receives the matches
     * @param keys the keys that unwritten rows cannot have
     */
    @Internal
    public Scorecard(Recorder recorder, WrittenKeys keys) {
        this.recorder = recorder;
        this.keys = keys;
    }

    /**
     * Called by compiled rules for rows whose key has several parts.
     *
     * @param type the name of the row's type
     * @param city the city of the row; null for the unwritten row
     * @param left the values that conditions leave for each part: a text or a collection of texts; null if unknown
     * @return whether the row is written, or can have a key that no written row has
     */
    public boolean mayBeNew(String type, @Nullable String city, @Nullable Object... left) {
        return city != null || keys.mayBeNew(type, Arrays.asList(left));
    }

    /**
     * Called by compiled rules to create a list.
     *
     * @param texts some texts
     * @return the texts as a list
     */
    public List<String> texts(String... texts) {
        return List.of(texts);
    }

    /**
     * Called by compiled rules that compare the key of a row of a city's list.
     *
     * @param type the name of the row's type
     * @param city the city of the row; null for the unwritten row
     * @param key its key; null if it is unknown
     * @return the key; for the unwritten row, its possible keys
     */
    public @Nullable Object key(String type, @Nullable String city, @Nullable Object key) {
        return keys.key(type, city == null, key);
    }

    /**
     * Called by compiled rules before each verb, with the rule and its match.
     *
     * @param rule the rule
     * @param certainly whether the match is certain; otherwise it is only possible
     * @param facts the matched facts, in the order of the patterns in the rule file
     */
    public void matched(String rule, boolean certainly, Object... facts) {
        recorder.next(rule, certainly, facts);
    }

    /**
     * Called by compiled rules when a pattern is tried on a combination of rows. Returns true unless the recorder stops
     * the run by an exception, because there were too many.
     *
     * @param rule the id of the rule
     * @param fact the fact of the pattern that is tried
     * @return true
     */
    public boolean tries(String rule, Object fact) {
        recorder.tries(rule);
        return true;
    }

    /**
     * Called by compiled rules when a combination of rows is a partial match. Returns true unless the recorder stops
     * the run by an exception, because there were too many.
     *
     * @param rule the id of the rule
     * @param fact the fact of the pattern that is tried
     * @return true
     */
    public boolean joins(String rule, Object fact) {
        recorder.joins(rule);
        return true;
    }

    /**
     * Awards the rule's {@code @points} in full.
     *
     * @param text the reason, with {@code %s} for each argument
     * @param arguments the values for the placeholders; null if unknown
     */
    public void award(String text, @Nullable Object... arguments) {
        recorder.record(Share.FULL, null, arguments);
    }

    /**
     * Awards a share of the rule's {@code @points}: part divided by whole, from 0 to 1.
     *
     * @param part the part; null if it is unknown
     * @param whole the whole; null if it is unknown
     * @param text the reason, with {@code %s} for each argument
     * @param arguments the values for the placeholders; null if unknown
     */
    public void awardShare(@Nullable Figure part, @Nullable Figure whole, String text, @Nullable Object... arguments) {
        recorder.record(Share.of(part, whole), null, arguments);
    }

    /**
     * Knocks the candidate out, regardless of its score.
     *
     * @param text the reason, with {@code %s} for each argument
     * @param arguments the values for the placeholders; null if unknown
     */
    public void knockOut(String text, @Nullable Object... arguments) {
        recorder.record(Share.NONE, null, arguments);
    }

    /**
     * Raises a red flag: the candidate needs a human decision.
     *
     * @param text the reason, with {@code %s} for each argument
     * @param arguments the values for the placeholders; null if unknown
     */
    public void redFlag(String text, @Nullable Object... arguments) {
        recorder.record(Share.NONE, null, arguments);
    }

    /**
     * Limits a criterion to a ceiling, 0 to 100.
     *
     * @param criterion the id of the criterion
     * @param ceiling the ceiling; null if it is unknown
     * @param text the reason, with {@code %s} for each argument
     * @param arguments the values for the placeholders; null if unknown
     */
    public void cap(String criterion, @Nullable Figure ceiling, String text, @Nullable Object... arguments) {
        recorder.record(Share.ceiling(ceiling), null, arguments);
    }

    /**
     * Adds a note, which does not affect the score.
     *
     * @param text the reason, with {@code %s} for each argument
     * @param arguments the values for the placeholders; null if unknown
     */
    public void note(String text, @Nullable Object... arguments) {
        recorder.record(Share.NONE, null, arguments);
    }

    /**
     * Suggests a district of the city.
     *
     * @param district the district; null if it is unknown
     * @param text the reason, with {@code %s} for each argument
     * @param arguments the values for the placeholders; null if unknown
     */
    public void suggest(@Nullable String district, String text, @Nullable Object... arguments) {
        recorder.record(Share.NONE, district, arguments);
    }
}
