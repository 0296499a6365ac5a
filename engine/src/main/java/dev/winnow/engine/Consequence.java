package dev.winnow.engine;

import dev.winnow.engine.Expression.Variable;
import java.util.List;

/**
 * What a rule does when it holds: one sentence of the scorecard.
 *
 * @param verb the verb
 * @param known whether the sentence could be read; otherwise its mistake has been told, and the verb is none of its author's
 * @param leading what stands before the text, by the verb's roles
 * @param text the text
 * @param arguments what fills the text
 */
record Consequence(Verb verb, boolean known, List<Expression> leading, String text, List<Variable> arguments) {

    /** What nobody could read; its mistake has been told. */
    static Consequence unread(Token then) {
        return new Consequence(Verb.NOTE, false, List.of(), then.text(), List.of());
    }
}
