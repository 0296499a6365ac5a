package dev.winnow.engine.internal.score;

import dev.winnow.engine.internal.evaluate.Bindings;
import dev.winnow.engine.internal.evaluate.EvaluationContext;
import dev.winnow.engine.internal.evaluate.Match;
import dev.winnow.engine.internal.evaluate.RuleOutcome;
import dev.winnow.engine.internal.evaluate.Truth;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.check.CheckedRule.Variable;
import dev.winnow.language.internal.syntax.Expression;
import dev.winnow.language.internal.syntax.Expression.And;
import dev.winnow.language.internal.syntax.Expression.Not;
import dev.winnow.language.internal.syntax.Expression.Or;
import dev.winnow.language.internal.syntax.Expression.Property;
import dev.winnow.language.internal.syntax.Pattern.Total;
import dev.winnow.language.internal.vocabulary.FactNames;
import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.model.domain.Project;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Fraction;
import dev.winnow.model.value.StartOfList;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reference implementation of {@link Missing}: walks the syntax tree for each possible match of a rule. */
public final class MissingByTrees {

    private final CheckedRule checked;
    private final @Nullable Object[] facts;
    private final Bindings bindings;
    private final Set<String> paths = new TreeSet<>();

    private MissingByTrees(CheckedRule checked, EvaluationContext context, Project candidate) {
        this.checked = checked;
        this.facts = new Object[checked.types().size()];
        this.bindings = new Bindings(checked, context, candidate, facts);
    }

    /** The sorted paths of the missing facts. */
    public static Set<String> of(RuleOutcome outcome, EvaluationContext context, Project candidate) {
        CheckedRule checked = outcome.rule();
        MissingByTrees missing = new MissingByTrees(checked, context, candidate);
        Fraction earned = checked.rule().awards()
                ? outcome.low().over(Fraction.of(checked.rule().points()))
                : Fraction.ZERO;
        for (Match match : outcome.possible()) {
            if (!outcome.holds() || match.share().high().compareTo(earned) > 0) {
                missing.add(match);
            }
        }
        return missing.paths;
    }

    private void add(Match match) {
        match.copyFacts(facts);
        for (int i = 0; i < facts.length; i++) {
            switch (bindings.pattern(i).kind()) {
                case FACT -> matched(i);
                case NOT -> absent(i);
                case ACCUMULATE -> totalled(i);
            }
        }
        for (Expression leading : checked.rule().leading()) {
            if (leading instanceof Expression.Variable name) {
                Variable variable = checked.variable(name.name());
                Total total = bindings.pattern(variable.pattern()).total();
                if (variable.total() && total != null) {
                    addends(variable.pattern(), total);
                } else {
                    openReads(-1, checked, name);
                }
            }
        }
    }

    private void matched(int index) {
        Object fact = Objects.requireNonNull(facts[index]);
        if (Vocabulary.isUnwritten(fact)) {
            paths.add(listed(checked.types().get(index)));
        }
        open(index, fact);
    }

    private void absent(int index) {
        bindings.rows(index).forEach(row -> undecided(index, row));
    }

    private Truth undecided(int index, Object row) {
        Truth all = Vocabulary.isUnwritten(row) ? Truth.POSSIBLE : Truth.YES;
        for (Expression test : checked.looks().get(index).conditions()) {
            all = all.and(bindings.at(index, row).truth(test));
        }
        all = all.and(bindings.mayStand(index, row));
        if (all == Truth.POSSIBLE) {
            matchedOrNot(index, row);
        }
        return all;
    }

    private void matchedOrNot(int index, Object row) {
        if (Vocabulary.isUnwritten(row)) {
            paths.add(listed(checked.types().get(index)));
        }
        open(index, row);
    }

    private void totalled(int index) {
        Total total = Objects.requireNonNull(bindings.pattern(index).total());
        if (bindings.holds(total, bindings.sum(index, total)) == Truth.POSSIBLE) {
            addends(index, total);
        }
    }

    private void addends(int index, Total total) {
        for (Object row : bindings.rows(index)) {
            if (undecided(index, row) != Truth.NO && total.argument() != null) {
                openReads(index, row, total.argument());
            }
        }
        openReads(-1, checked, total.right());
    }

    private void open(int index, Object fact) {
        for (Expression test : checked.looks().get(index).conditions()) {
            if (bindings.at(index, fact).truth(test) == Truth.POSSIBLE) {
                openParts(index, fact, test);
            }
        }
    }

    private void openParts(int index, Object fact, Expression test) {
        if (test instanceof And || test instanceof Or || test instanceof Not) {
            test.parts().forEach(part -> openParts(index, fact, part));
        } else if (bindings.at(index, fact).truth(test) == Truth.POSSIBLE) {
            openReads(index, fact, test);
        }
    }

    /** @param index the pattern that an expression is in; -1 outside patterns, where it reads no property of its own */
    private void openReads(int index, Object fact, Expression expression) {
        if (expression instanceof Property property) {
            Object value = bindings.at(index, fact).value(property);
            boolean open = value instanceof Figure figure ? !figure.isExact() : value instanceof StartOfList<?>;
            if (value == null || open) {
                paths.add(FactNames.path(checked.types().get(index), fact, property.name()));
            }
        } else if (expression instanceof Expression.Variable name) {
            Variable variable = checked.variable(name.name());
            if (!variable.total()) {
                Object other = variable.pattern() == index ? fact : facts[variable.pattern()];
                openReads(variable.pattern(), Objects.requireNonNull(other), variable.value());
            }
        } else {
            expression.parts().forEach(part -> openReads(index, fact, part));
        }
    }

    private static String listed(FactType type) {
        return type.list() == null ? "project.milestonesComplete" : "city." + type.list();
    }
}
