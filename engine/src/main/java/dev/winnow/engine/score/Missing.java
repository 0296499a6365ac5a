package dev.winnow.engine.score;

import dev.winnow.engine.evaluate.Bindings;
import dev.winnow.engine.evaluate.EvaluationContext;
import dev.winnow.engine.evaluate.Match;
import dev.winnow.engine.evaluate.RuleOutcome;
import dev.winnow.engine.evaluate.Truth;
import dev.winnow.language.check.CheckedRule;
import dev.winnow.language.check.CheckedRule.Variable;
import dev.winnow.language.syntax.Expression;
import dev.winnow.language.syntax.Pattern.Total;
import dev.winnow.model.domain.Project;
import dev.winnow.model.value.Fraction;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The missing facts that would decide whether, and how far, a rule holds for a candidate: those that keep each possible
 * match from being certain. Matches share facts, so a pattern is examined once for the facts that it reads.
 */
public final class Missing {

    /** A pattern, or a value that the consequence reads, with the facts that it reads, compared by identity. */
    private static final class Seen {

        private final int part;
        private final @Nullable Object[] facts;

        Seen(int part, @Nullable Object[] facts) {
            this.part = part;
            this.facts = facts;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            if (!(other instanceof Seen seen) || seen.part != part) {
                return false;
            }
            for (int i = 0; i < facts.length; i++) {
                if (facts[i] != seen.facts[i]) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public int hashCode() {
            int hash = part;
            for (Object fact : facts) {
                hash = 31 * hash + System.identityHashCode(fact);
            }
            return hash;
        }
    }

    private final CheckedRule checked;
    private final @Nullable Object[] facts;
    private final Bindings bindings;
    private final Set<Seen> seen = new HashSet<>();
    private final Set<String> paths = new TreeSet<>();

    private Missing(CheckedRule checked, EvaluationContext context, Project candidate) {
        this.checked = checked;
        this.facts = new Object[checked.types().size()];
        this.bindings = new Bindings(checked, context, candidate, facts);
    }

    /** Their paths, sorted: of every match that is not certain, or that may earn more than is certain. */
    public static Set<String> of(RuleOutcome outcome, EvaluationContext context, Project candidate) {
        CheckedRule checked = outcome.rule();
        Missing missing = new Missing(checked, context, candidate);
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
        match.lay(facts);
        for (int i = 0; i < facts.length; i++) {
            if (isNew(i, checked.looks().get(i).reads())) {
                switch (bindings.pattern(i).kind()) {
                    case FACT -> matched(i);
                    case NOT -> absent(i);
                    case ACCUMULATE -> totalled(i);
                }
            }
        }
        List<Expression> leading = checked.rule().leading();
        for (int i = 0; i < leading.size(); i++) {
            if (leading.get(i) instanceof Expression.Variable name) {
                Variable variable = checked.variable(name.name());
                if (isNew(
                        facts.length + i,
                        checked.looks().get(variable.pattern()).reads())) {
                    led(variable, name);
                }
            }
        }
    }

    private boolean isNew(int part, List<Integer> reads) {
        @Nullable Object[] read = new Object[reads.size()];
        for (int i = 0; i < read.length; i++) {
            read[i] = facts[reads.get(i)];
        }
        return seen.add(new Seen(part, read));
    }

    private void matched(int index) {
        Object fact = facts[index];
        if (fact == null) {
            throw new IllegalStateException("no fact for pattern " + index + " of " + checked.id());
        }
        if (Vocabulary.isUnwritten(fact)) {
            paths.add("city." + checked.types().get(index).list());
        }
        bindings.open(index, fact, paths);
    }

    private void absent(int index) {
        for (Object row : bindings.rows(index)) {
            bindings.meets(index, row, paths);
        }
    }

    private void totalled(int index) {
        Total total = bindings.pattern(index).total();
        if (total != null && bindings.holds(total, bindings.ends(index, total)) == Truth.UNKNOWN) {
            addends(index, total);
        }
    }

    private void addends(int index, Total total) {
        for (Object row : bindings.rows(index)) {
            Truth meets = bindings.meets(index, row, paths);
            if (meets != Truth.FALSE && total.argument() != null) {
                bindings.at(index, row).openReads(total.argument(), paths);
            }
        }
        bindings.outside().openReads(total.right(), paths);
    }

    /** Adds what the share, ceiling or district depends on. */
    private void led(Variable variable, Expression.Variable name) {
        Total total = bindings.pattern(variable.pattern()).total();
        if (variable.total() && total != null) {
            addends(variable.pattern(), total);
        } else {
            bindings.outside().openReads(name, paths);
        }
    }
}
