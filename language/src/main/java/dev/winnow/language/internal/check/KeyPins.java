package dev.winnow.language.internal.check;

import dev.winnow.language.internal.check.CheckedRule.Variable;
import dev.winnow.language.internal.syntax.Expression;
import dev.winnow.language.internal.syntax.Expression.And;
import dev.winnow.language.internal.syntax.Expression.Compare;
import dev.winnow.language.internal.syntax.Expression.Comparison;
import dev.winnow.language.internal.syntax.Expression.Member;
import dev.winnow.language.internal.syntax.Expression.NewKey;
import dev.winnow.language.internal.syntax.Expression.OneOf;
import dev.winnow.language.internal.syntax.Expression.Pin;
import dev.winnow.language.internal.syntax.Expression.Property;
import dev.winnow.language.internal.vocabulary.FactType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds patterns whose conditions restrict each part of a key of several parts to some texts: {@code Talent( field ==
 * "process", level memberOf $levels )}. A key of one part is compared directly, see {@link FactType#onlyKey()}.
 */
final class KeyPins {

    private final int pattern;
    private final Map<String, Variable> variables;

    private KeyPins(int pattern, Map<String, Variable> variables) {
        this.pattern = pattern;
        this.variables = variables;
    }

    /** Returns the condition on the key of rows that are not listed; null if some part of the key is unrestricted. */
    static @Nullable NewKey of(
            FactType type, int pattern, Map<String, Variable> variables, List<Expression> conditions) {
        if (type.list() == null || type.key().size() < 2) {
            return null;
        }
        KeyPins pins = new KeyPins(pattern, variables);
        List<Pin> all = new ArrayList<>();
        for (String part : type.key()) {
            Pin pin = pins.among(conditions, part);
            if (pin == null) {
                return null;
            }
            all.add(pin);
        }
        return new NewKey(List.copyOf(all), all.get(0).part().spot());
    }

    private @Nullable Pin among(List<Expression> conditions, String part) {
        for (Expression test : conditions) {
            Pin pin = test instanceof And and ? among(and.parts(), part) : pin(test, part);
            if (pin != null) {
                return pin;
            }
        }
        return null;
    }

    private @Nullable Pin pin(Expression test, String part) {
        if (test instanceof Compare compare && compare.sign() == Comparison.SAME) {
            Pin pin = pin(compare.left(), List.of(compare.right()), false, part);
            return pin != null ? pin : pin(compare.right(), List.of(compare.left()), false, part);
        }
        if (test instanceof Member member && !member.negated()) {
            return pin(member.item(), List.of(member.list()), true, part);
        }
        return test instanceof OneOf oneOf && !oneOf.negated() ? pin(oneOf.item(), oneOf.options(), false, part) : null;
    }

    private @Nullable Pin pin(Expression item, List<? extends Expression> values, boolean list, String part) {
        return isPart(item, part) && values.stream().noneMatch(this::readsOwn)
                ? new Pin(new Property(part, item.spot()), values, list)
                : null;
    }

    /** Whether an expression is a component of the row, read directly or through a variable. */
    private boolean isPart(Expression item, String part) {
        if (item instanceof Expression.Variable name) {
            Variable variable = variables.get(name.name());
            return variable != null
                    && !variable.total()
                    && variable.pattern() == pattern
                    && isPart(variable.value(), part);
        }
        return item instanceof Property property && property.name().equals(part);
    }

    private boolean readsOwn(Expression value) {
        Set<Integer> read = new HashSet<>();
        Reads.patterns(variables, pattern, value, read);
        return read.contains(pattern);
    }
}
