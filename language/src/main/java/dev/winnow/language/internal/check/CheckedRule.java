package dev.winnow.language.internal.check;

import dev.winnow.language.internal.syntax.Expression;
import dev.winnow.language.internal.syntax.PackRule;
import dev.winnow.language.internal.syntax.Pattern;
import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.language.internal.vocabulary.FactType.Kind;
import dev.winnow.language.internal.vocabulary.FactType.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A valid rule with its types and variables.
 *
 * @param rule the rule
 * @param types the type of each pattern's fact, in order
 * @param variables the meaning of each variable, by name
 * @param open whether unknown facts can leave open whether the rule holds, or how much it earns
 * @param looks the conditions of each pattern, in order
 */
public record CheckedRule(
        PackRule rule, List<FactType> types, Map<String, Variable> variables, boolean open, List<Look> looks) {

    /**
     * The meaning of a variable.
     *
     * @param pattern the index of the pattern that binds it
     * @param value the expression it is bound to; for the result of an accumulate, the summed expression, or the number
     *     1
     * @param type its type
     * @param total whether it is the result of an accumulate
     */
    public record Variable(int pattern, Expression value, Value type, boolean total) {}

    /**
     * The conditions of a pattern.
     *
     * @param conditions all conditions
     * @param doubtful the conditions that can be undecided
     * @param reads the indexes of the patterns whose facts the pattern reads, its own included, in order
     * @param newKey a condition for rows that are not listed; null if the conditions allow them any key
     */
    public record Look(
            List<Expression> conditions,
            List<Expression> doubtful,
            List<Integer> reads,
            Expression.@Nullable NewKey newKey) {}

    public static CheckedRule of(PackRule rule, List<FactType> types, Map<String, Variable> variables, boolean open) {
        List<FactType> known = List.copyOf(types);
        Map<String, Variable> bound = Map.copyOf(variables);
        List<Look> looks = new ArrayList<>();
        for (int i = 0; i < rule.patterns().size(); i++) {
            int index = i;
            Pattern pattern = rule.patterns().get(i);
            Set<Integer> reads = new HashSet<>(Set.of(i));
            Reads.expressions(pattern, expression -> Reads.patterns(bound, index, expression, reads));
            List<Expression> conditions = List.copyOf(pattern.conditions());
            looks.add(new Look(
                    conditions,
                    conditions.stream()
                            .filter(test -> isDoubtful(known, bound, index, test))
                            .toList(),
                    reads.stream().sorted().toList(),
                    KeyPins.of(known.get(index), index, bound, conditions)));
        }
        return new CheckedRule(rule, known, bound, open, List.copyOf(looks));
    }

    /**
     * Whether an expression reads a figure that may be an interval, a value that may be unknown, or a list that may be
     * incomplete.
     */
    private static boolean isDoubtful(
            List<FactType> types, Map<String, Variable> variables, int pattern, Expression expression) {
        FactType type = types.get(pattern);
        return expression.all(Expression.Property.class).anyMatch(name -> {
                    FactType.Property property = type.properties().get(name.name());
                    return property == null
                            || type.written() != null
                            || property.value().open()
                            || property.value().kind() == Kind.FIGURE;
                })
                || expression.all(Expression.Variable.class).anyMatch(name -> {
                    Variable variable = variables.get(name.name());
                    return variable == null
                            || variable.total()
                            || isDoubtful(types, variables, variable.pattern(), variable.value());
                });
    }

    /** Whether the rule sums money. */
    public boolean addsMoney() {
        return variables.values().stream().anyMatch(variable -> variable.total() && Typing.isMoney(variable.type()));
    }

    public String id() {
        return rule.id();
    }

    /** Returns the component that a variable is bound to; null if it is computed. */
    public FactType.@Nullable Property property(String name) {
        Variable variable = variable(name);
        return !variable.total() && variable.value() instanceof Expression.Property property
                ? types.get(variable.pattern()).properties().get(property.name())
                : null;
    }

    public Variable variable(String name) {
        Variable variable = variables.get(name);
        if (variable == null) {
            throw new IllegalStateException("unbound " + name + " in " + rule.id());
        }
        return variable;
    }
}
