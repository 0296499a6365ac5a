package dev.winnow.serve.internal.decisions;

import dev.winnow.model.result.Verdict;
import dev.winnow.records.internal.replay.ProposedCondition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision to record.
 *
 * @param project the id or the name of the project, or a word of the name
 * @param city the id or the name of the city, or a word of the name
 * @param decision the decision
 * @param reason the reason for it, at most 10,000 characters
 * @param by the person or body that decided; null for the account of the user
 * @param screening the record number of the screening that it is about; null for the last one with this pair
 * @param conditions the conditions of the decision; null if there are none
 */
public record NewDecision(
        String project,
        String city,
        Verdict decision,
        String reason,
        @Nullable String by,
        @Nullable Long screening,
        @Nullable List<ProposedCondition> conditions) {}
