package dev.winnow.engine.explain;

import dev.winnow.engine.internal.evaluate.Evaluator;
import dev.winnow.engine.internal.evaluate.Interval;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.check.CheckedRule.Variable;
import dev.winnow.language.internal.check.PatternText;
import dev.winnow.language.internal.syntax.Expression;
import dev.winnow.language.internal.syntax.Expression.And;
import dev.winnow.language.internal.syntax.Expression.Arithmetic;
import dev.winnow.language.internal.syntax.Expression.Compare;
import dev.winnow.language.internal.syntax.Expression.Not;
import dev.winnow.language.internal.syntax.Expression.Or;
import dev.winnow.language.internal.syntax.Expression.Property;
import dev.winnow.language.internal.syntax.Expression.Size;
import dev.winnow.language.internal.syntax.Expression.Text;
import dev.winnow.language.internal.vocabulary.Limit;
import dev.winnow.model.value.Bound;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.RatingLevels;
import dev.winnow.model.value.StartOfList;
import dev.winnow.model.value.Unit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The operands of a rule's constraints, with their values in words. */
final class Operands {

    private final CheckedRule checked;

    Operands(CheckedRule checked) {
        this.checked = checked;
    }

    /** The operands of a constraint from left to right, without duplicates and literals. */
    List<CaseStep.Value> of(Expression test, Evaluator evaluator) {
        Map<String, CaseStep.Value> values = new LinkedHashMap<>();
        collect(test, evaluator, values);
        return List.copyOf(values.values());
    }

    private void collect(Expression expression, Evaluator evaluator, Map<String, CaseStep.Value> values) {
        boolean computed = expression instanceof Arithmetic || expression instanceof Size;
        if (expression instanceof Property || expression instanceof Expression.Variable || computed) {
            String name = PatternText.of(expression);
            values.putIfAbsent(
                    name, new CaseStep.Value(name, words(evaluator.value(expression)), limit(expression, evaluator)));
        }
        if (computed || isCondition(expression)) {
            expression.parts().forEach(part -> collect(part, evaluator, values));
        }
    }

    private static boolean isCondition(Expression expression) {
        return expression instanceof And
                || expression instanceof Or
                || expression instanceof Not
                || expression instanceof Compare
                || expression instanceof Expression.Member
                || expression instanceof Expression.OneOf;
    }

    /** The id of the limit that a variable stands for; null if it is not a limit. */
    @Nullable
    String limit(Expression expression) {
        if (!(expression instanceof Expression.Variable name)) {
            return null;
        }
        Variable bound = checked.variable(name.name());
        return checked.types().get(bound.pattern()).record() == Limit.class ? limit(bound.pattern()) : null;
    }

    private @Nullable String limit(Expression expression, Evaluator evaluator) {
        return evaluator.value(expression) == null ? null : limit(expression);
    }

    /** The id of the limit that a pattern reads; null if it reads none. */
    @Nullable
    String limit(int pattern) {
        for (Expression test : checked.rule().patterns().get(pattern).conditions()) {
            if (test instanceof Compare compare && compare.right() instanceof Text id) {
                return id.value();
            }
        }
        return null;
    }

    static String words(Interval ends, Unit unit) {
        return words(Figure.between(ends.low(), ends.high(), unit));
    }

    static String words(@Nullable Object value) {
        if (value == null || RatingLevels.isUnknown(value)) {
            return "unknown";
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(", ", "[", StartOfList.mayHoldMore(list) ? ", …]" : "]"));
        }
        if (value instanceof Figure figure && figure.bound() == Bound.AT_LEAST && figure.evidence() == null) {
            return "at least " + figure.unit().write(figure.low()); // "over" is not used for a total
        }
        return value.toString();
    }
}
