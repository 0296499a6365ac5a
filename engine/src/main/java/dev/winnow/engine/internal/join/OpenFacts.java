package dev.winnow.engine.internal.join;

import dev.winnow.engine.internal.evaluate.Comparisons;
import dev.winnow.engine.internal.evaluate.EvaluationContext;
import dev.winnow.engine.internal.evaluate.FactPaths;
import dev.winnow.engine.internal.evaluate.Interval;
import dev.winnow.engine.internal.evaluate.Match;
import dev.winnow.engine.internal.evaluate.RuleOutcome;
import dev.winnow.engine.internal.evaluate.Truth;
import dev.winnow.engine.internal.evaluate.WrittenKeys;
import dev.winnow.engine.internal.join.OpenRule.Atom;
import dev.winnow.engine.internal.join.OpenRule.Doubt;
import dev.winnow.engine.internal.join.OpenRule.Part;
import dev.winnow.engine.internal.join.OpenRule.Read;
import dev.winnow.language.internal.vocabulary.FactNames;
import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.model.domain.Milestone;
import dev.winnow.model.domain.Project;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Fraction;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Collects the facts that keep one rule undecided for one candidate. Not thread-safe. */
public final class OpenFacts {

    private static final Interval[] NO_ENDS = {};
    private static final @Nullable Object[] NO_FACTS = {};

    private final OpenRule rule;
    private final EvaluationContext context;
    private final WrittenKeys keys;
    private final FactPaths numbers;
    private final Project candidate;
    private final @Nullable Object[] facts;
    /**
     * The facts of the previous match. Because matches come from nested loops, a pattern often reads the same facts
     * again.
     */
    private final @Nullable Object[] before;

    /** By pattern, whether its total has been processed for the current match. */
    private final boolean[] collected;

    private final long[] found;
    private @Nullable Set<String> others;
    /** The candidate's milestones; cached because the context collects them on each call. */
    private @Nullable List<?> milestones;

    private boolean first = true;
    /** Truth of the current pattern's conditions for each row. */
    private Truth[] meets = {};

    /** @param several whether there is more than one match */
    private OpenFacts(OpenRule rule, EvaluationContext context, FactPaths numbers, Project candidate, boolean several) {
        this.rule = rule;
        this.context = context;
        this.keys = context.keys();
        this.numbers = numbers;
        this.candidate = candidate;
        this.facts = new Object[rule.parts().length];
        this.before = several ? new Object[facts.length] : NO_FACTS;
        this.collected = new boolean[facts.length];
        this.found = new long[numbers.words()];
    }

    /** The sorted paths of the facts, from all matches that are not certain or may earn more than is certain. */
    public static List<String> of(
            OpenRule rule, RuleOutcome outcome, EvaluationContext context, FactPaths numbers, Project candidate) {
        List<Match> possible = outcome.possible();
        OpenFacts open = new OpenFacts(rule, context, numbers, candidate, possible.size() > 1);
        boolean holds = outcome.holds();
        Fraction earned = holds && rule.rule().rule().awards() ? outcome.low().over(rule.points()) : Fraction.ZERO;
        for (int i = 0; i < possible.size(); i++) {
            Match match = possible.get(i);
            if (!holds || match.share().high().compareTo(earned) > 0) {
                open.add(match);
            }
        }
        return numbers.paths(open.found, open.others);
    }

    private void add(Match match) {
        match.copyFacts(facts);
        for (Part part : rule.parts()) {
            collected[part.index] = false;
            if (part.relevant && isNew(part)) {
                switch (part.kind) {
                    case FACT -> matched(part);
                    case NOT -> absent(part);
                    case ACCUMULATE -> totalled(part);
                }
            }
        }
        for (int total : rule.totals()) {
            if (!collected[total] && (first || isNew(rule.parts()[total]))) {
                addends(rule.parts()[total], false);
            }
        }
        addOpen(rule.led());
        System.arraycopy(facts, 0, before, 0, before.length);
        first = false;
    }

    /** Whether a pattern reads other facts than in the previous match. */
    private boolean isNew(Part part) {
        if (first) {
            return true;
        }
        for (int look : part.looks) {
            if (facts[look] != before[look]) {
                return true;
            }
        }
        return false;
    }

    private void matched(Part part) {
        Object fact = fact(part.index);
        if (isUnwritten(part, fact)) {
            add(part.type, fact, "", 0);
        }
        open(part);
    }

    private static boolean isUnwritten(Part part, Object fact) {
        return part.listed && Vocabulary.isUnwritten(fact);
    }

    private Object fact(int index) {
        Object fact = facts[index];
        if (fact == null) {
            throw new IllegalStateException(
                    "no fact for pattern " + index + " of " + rule.rule().id());
        }
        return fact;
    }

    /** Adds the facts that leave the conditions of a pattern undecided for its current fact. */
    private void open(Part part) {
        for (Doubt doubt : part.doubts) {
            if (truth(doubt.whole) == Truth.POSSIBLE) {
                for (Atom atom : doubt.atoms) {
                    if (atom.condition == doubt.whole || truth(atom.condition) == Truth.POSSIBLE) {
                        addOpen(atom.reads);
                    }
                }
            }
        }
    }

    private Truth truth(BoundCondition condition) {
        return condition.truth(null, facts, NO_ENDS, keys);
    }

    private void addOpen(Read[] reads) {
        for (Read read : reads) {
            Object fact = fact(read.pattern());
            if (read.isOpen(fact)) {
                add(read.type(), fact, read.component(), read.place());
            }
        }
    }

    private void add(FactType type, Object fact, String component, int place) {
        int number = numbers.number(fact, place);
        if (number >= 0) {
            TriBitSet.set(found, number);
            return;
        }
        Set<String> more = others == null ? new TreeSet<>() : others;
        more.add(FactNames.path(type, fact, component));
        others = more;
    }

    private List<?> rows(Part part) {
        if (part.type.record() != Milestone.class) {
            return part.type.record() == Project.class ? List.of(candidate) : context.rows(part.type, candidate);
        }
        List<?> known = milestones;
        if (known == null) {
            known = context.rows(part.type, candidate);
            milestones = known;
        }
        return known;
    }

    /** Truth of all conditions for a row stored as the fact of its pattern. */
    private Truth meets(Part part, Object row) {
        Truth all = isUnwritten(part, row) ? Truth.POSSIBLE : Truth.YES;
        for (int i = 0; i < part.conditions.length && all != Truth.NO; i++) {
            all = all.and(truth(part.conditions[i]));
        }
        return all;
    }

    private void absent(Part part) {
        List<?> rows = rows(part);
        for (int i = 0; i < rows.size(); i++) {
            Object row = rows.get(i);
            facts[part.index] = row;
            undecided(part, row, meets(part, row));
        }
        facts[part.index] = null;
    }

    private void undecided(Part part, Object row, Truth meets) {
        if (meets == Truth.POSSIBLE) {
            if (isUnwritten(part, row)) {
                add(part.type, row, "", 0);
            }
            open(part);
        }
    }

    private void totalled(Part part) {
        List<?> rows = rows(part);
        meets = meets.length < rows.size() ? new Truth[rows.size()] : meets;
        Interval.Sum sum = new Interval.Sum();
        for (int i = 0; i < rows.size(); i++) {
            Object row = rows.get(i);
            facts[part.index] = row;
            meets[i] = meets(part, row);
            if (meets[i] != Truth.NO) {
                sum.add(meets[i], amount(part, row));
            }
        }
        facts[part.index] = null;
        Object right = value(Objects.requireNonNull(part.right));
        if (Comparisons.compare(Objects.requireNonNull(part.total).sign(), sum.taken(), right) == Truth.POSSIBLE) {
            addends(part, true);
        }
    }

    private Interval amount(Part part, Object row) {
        if (part.argument != null) {
            return Interval.of((Figure) value(part.argument));
        }
        return Interval.of(isUnwritten(part, row) ? null : Figure.ONE);
    }

    private @Nullable Object value(BoundValue value) {
        return value.of(null, facts, NO_ENDS, WrittenKeys.NONE);
    }

    /**
     * Adds the unknown facts of the rows that are counted or added up.
     *
     * @param met whether {@link #meets} is up to date for these rows
     */
    private void addends(Part part, boolean met) {
        List<?> rows = rows(part);
        for (int i = 0; i < rows.size(); i++) {
            Object row = rows.get(i);
            facts[part.index] = row;
            Truth how = met ? meets[i] : meets(part, row);
            undecided(part, row, how);
            if (how != Truth.NO) {
                addOpen(part.added);
            }
        }
        facts[part.index] = null;
        addOpen(part.compared);
        collected[part.index] = true;
    }
}
