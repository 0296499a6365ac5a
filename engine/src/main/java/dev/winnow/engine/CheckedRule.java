package dev.winnow.engine;

import dev.winnow.engine.FactType.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule within the pack law, with what the law found out about it.
 *
 * @param rule the rule
 * @param types the type of each pattern's fact, in order
 * @param variables what each variable stands for
 * @param open whether there are facts of which it cannot be said if, or how far, it holds
 */
record CheckedRule(PackRule rule, List<FactType> types, Map<String, Variable> variables, boolean open) {

    /**
     * What a variable stands for.
     *
     * @param pattern the index of the pattern that binds it
     * @param value the expression it is bound to; of an accumulate's result, what is summed, or the number 1
     * @param type its type
     * @param total whether it is the result of an accumulate
     */
    record Variable(int pattern, Expression value, Value type, boolean total) {}

    /** Whether it adds up money. */
    boolean addsMoney() {
        return variables.values().stream().anyMatch(variable -> variable.total() && Typing.isMoney(variable.type()));
    }

    String id() {
        return rule.id();
    }

    /** The component that a variable stands for; null if it is computed. */
    FactType.@Nullable Property property(String name) {
        Variable variable = variable(name);
        return !variable.total() && variable.value() instanceof Expression.Property property
                ? types.get(variable.pattern()).properties().get(property.name())
                : null;
    }

    Variable variable(String name) {
        Variable variable = variables.get(name);
        if (variable == null) {
            throw new IllegalStateException("unbound " + name + " in " + rule.id());
        }
        return variable;
    }
}
