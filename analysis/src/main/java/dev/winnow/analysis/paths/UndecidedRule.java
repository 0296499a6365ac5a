package dev.winnow.analysis.paths;

import dev.winnow.engine.Answering;
import dev.winnow.model.result.Effect;
import dev.winnow.model.result.Undetermined;
import java.math.BigDecimal;
import java.util.Set;

/**
 * A rule that is undetermined.
 *
 * @param number its number in the pack
 * @param id its id
 * @param title its title
 * @param criterion the criterion it counts for
 * @param effect what it would do
 * @param points the points at stake
 * @param missing the unknown facts of which an answer may change its outcome
 */
record UndecidedRule(
        int number, String id, String title, String criterion, Effect effect, BigDecimal points, Set<String> missing) {

    static UndecidedRule of(Undetermined open, Answering answering) {
        int number = answering.number(open.rule());
        return new UndecidedRule(
                number,
                open.rule(),
                open.title(),
                open.criterion(),
                open.effect(),
                open.points(),
                answering.missing(number));
    }
}
