package dev.winnow.records.internal.replay;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A condition of a decision to record.
 *
 * @param text the condition in words; null for the title of the red flag or knock-out that it is about
 * @param about the id of a red flag or knock-out of the pair, or the name of a fact that the pair's rules ask for; null
 *     if only people can say whether the condition is met. If {@code text} is null too, it stands for all open red
 *     flags on which the recommendation depends.
 * @param owner the person or body that is to meet it; null if none is named
 * @param due the last day to meet it
 */
public record ProposedCondition(
        @Nullable String text,
        @Nullable String about,
        @Nullable String owner,
        LocalDate due) {

    /** Maximum length of a text in characters, a few sentences; calendars and lists show it in full. */
    static final int MAX_TEXT = 1_000;

    /** Maximum number of conditions of a decision. */
    static final int MAX_CONDITIONS = 100;
}
