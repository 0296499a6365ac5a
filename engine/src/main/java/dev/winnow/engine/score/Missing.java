package dev.winnow.engine.score;

import dev.winnow.engine.evaluate.Bindings;
import dev.winnow.engine.evaluate.EvaluationContext;
import dev.winnow.engine.evaluate.Match;
import dev.winnow.engine.evaluate.RuleOutcome;
import dev.winnow.engine.evaluate.Truth;
import dev.winnow.language.check.CheckedRule;
import dev.winnow.language.check.CheckedRule.Variable;
import dev.winnow.language.rational.Fraction;
import dev.winnow.language.syntax.Expression;
import dev.winnow.language.syntax.Pattern.Total;
import dev.winnow.language.vocabulary.Vocabulary;
import dev.winnow.model.domain.Project;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The facts that would decide whether, and how far, a rule holds for a candidate: what keeps each of the ways in which it
 * possibly holds from being certain. Ways share facts, so a pattern is looked at once for those that it reads.
 */
public final class Missing {

    /** A pattern, or a value that the consequence reads, with the facts that it reads; they are told by which they are. */
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
    private final Bindings footing;
    private final Set<Seen> seen = new HashSet<>();
    private final Set<String> paths = new TreeSet<>();

    private Missing(CheckedRule checked, EvaluationContext surroundings, Project candidate) {
        this.checked = checked;
        this.facts = new Object[checked.types().size()];
        this.footing = new Bindings(checked, surroundings, candidate, facts);
    }

    /** Their paths, sorted: of every match that is not certain, or that may earn more than is certain. */
    public static Set<String> of(RuleOutcome outcome, EvaluationContext surroundings, Project candidate) {
        CheckedRule checked = outcome.rule();
        Missing missing = new Missing(checked, surroundings, candidate);
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
                switch (footing.pattern(i).kind()) {
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
        } else {
            footing.open(index, fact, paths);
        }
    }

    private void absent(int index) {
        for (Object row : footing.rows(index)) {
            footing.meets(index, row, paths);
        }
    }

    private void totalled(int index) {
        Total total = footing.pattern(index).total();
        if (total != null && footing.holds(total, footing.ends(index, total)) == Truth.UNKNOWN) {
            addends(index, total);
        }
    }

    private void addends(int index, Total total) {
        for (Object row : footing.rows(index)) {
            Truth meets = footing.meets(index, row, paths);
            if (meets != Truth.FALSE && total.argument() != null) {
                footing.at(index, row).openReads(total.argument(), paths);
            }
        }
        footing.outside().openReads(total.right(), paths);
    }

    /** The share, ceiling or district hangs on these too. */
    private void led(Variable variable, Expression.Variable name) {
        Total total = footing.pattern(variable.pattern()).total();
        if (variable.total() && total != null) {
            addends(variable.pattern(), total);
        } else {
            footing.outside().openReads(name, paths);
        }
    }
}
