package dev.winnow.language.internal.check;

import dev.winnow.language.internal.syntax.Expression;
import dev.winnow.language.internal.syntax.Expression.Property;
import dev.winnow.language.internal.syntax.Expression.Variable;
import dev.winnow.language.internal.syntax.Pattern;
import dev.winnow.language.internal.vocabulary.FactNames;
import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.language.internal.vocabulary.Limit;
import dev.winnow.model.domain.Milestone;
import dev.winnow.model.internal.assumption.Assumable;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Finds the patterns, facts and limits that expressions and rules read. */
public final class Reads {

    private Reads() {}

    public static void properties(Expression expression, Consumer<Property> each) {
        expression.all(Property.class).forEach(each);
    }

    public static void variables(Expression expression, Consumer<Variable> each) {
        expression.all(Variable.class).forEach(each);
    }

    /**
     * Adds the indexes of the patterns whose facts an expression reads.
     *
     * @param variables the variables of the rule
     * @param pattern the index of the expression's pattern
     */
    public static void patterns(
            Map<String, CheckedRule.Variable> variables, int pattern, Expression expression, Set<Integer> into) {
        properties(expression, property -> into.add(pattern));
        variables(expression, name -> {
            CheckedRule.Variable variable = variables.get(name.name());
            if (variable != null) {
                into.add(variable.pattern());
                patterns(variables, variable.pattern(), variable.value(), into);
            }
        });
    }

    /** Visits every expression of a pattern. */
    public static void expressions(Pattern pattern, Consumer<Expression> each) {
        pattern.bindings().forEach(binding -> each.accept(binding.value()));
        pattern.conditions().forEach(each);
        if (pattern.total() != null) {
            each.accept(pattern.total().right());
            if (pattern.total().argument() != null) {
                each.accept(pattern.total().argument());
            }
        }
    }

    /**
     * Returns the names of all facts that a rule reads: components without their rows, and lists that are read as a
     * whole.
     */
    public static NavigableSet<String> facts(CheckedRule rule) {
        NavigableSet<String> facts = new TreeSet<>();
        for (int i = 0; i < rule.types().size(); i++) {
            FactType type = rule.types().get(i);
            if (type.record() == Limit.class) {
                continue;
            }
            if (type.record() == Milestone.class) {
                facts.add(Vocabulary.PROJECT + "." + Vocabulary.MILESTONES_COMPLETE);
            }
            String owner = FactNames.owner(type);
            Set<String> read = new TreeSet<>();
            expressions(
                    rule.rule().patterns().get(i),
                    expression -> properties(expression, property -> read.add(owner + "." + property.name())));
            facts.addAll(read.isEmpty() ? Set.of(owner) : read);
        }
        return facts;
    }

    /** Returns the names of the facts that the conditions of a rule test, in the order written. */
    public static Set<String> tested(CheckedRule rule) {
        Set<String> tested = new LinkedHashSet<>();
        for (int i = 0; i < rule.types().size(); i++) {
            String owner = FactNames.owner(rule.types().get(i));
            rule.rule()
                    .patterns()
                    .get(i)
                    .conditions()
                    .forEach(condition -> properties(condition, property -> tested.add(owner + "." + property.name())));
        }
        return tested;
    }

    /**
     * Returns whether rules read a fact that may be assumed. A list counts if any fact of its rows is read; a chain
     * link, also if the stage that follows from it is read.
     *
     * @param read the names of facts, as returned by {@link #facts}
     */
    public static boolean isRead(Assumable about, Set<String> read) {
        return switch (about.subject()) {
            case LIST ->
                read.stream().anyMatch(fact -> fact.equals(about.name()) || fact.startsWith(about.name() + "."));
            case LINK ->
                read.stream().anyMatch(fact -> fact.startsWith("city.presences") || fact.startsWith("city.coverages"));
            case STAGE -> read.stream().anyMatch(fact -> fact.startsWith("city.coverages"));
            case PROJECT, CITY, ROW -> read.contains(about.name());
        };
    }

    /** Returns the ids of all limits that a rule reads. */
    public static NavigableSet<String> limits(CheckedRule rule) {
        NavigableSet<String> limits = new TreeSet<>();
        for (Pattern pattern : rule.rule().patterns()) {
            Expression.Text id = pattern.limit();
            if (id != null) {
                limits.add(id.value());
            }
        }
        return limits;
    }
}
