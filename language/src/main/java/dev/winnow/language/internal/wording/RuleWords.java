package dev.winnow.language.internal.wording;

import java.util.List;

/**
 * A rule in plain words, for readers who do not read rule files.
 *
 * @param rule the rule's id
 * @param conditions its conditions, one sentence each without a full stop; empty if it always holds
 * @param effect its effect
 * @param reason the sentence that it gives as its reason, with ⟨names⟩ for the values
 */
public record RuleWords(String rule, List<String> conditions, String effect, String reason) {

    public RuleWords {
        conditions = List.copyOf(conditions);
    }
}
