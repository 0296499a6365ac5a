package dev.winnow.engine;

import dev.winnow.engine.CheckedRule.Variable;
import dev.winnow.engine.Pattern.Total;
import dev.winnow.model.Citation;
import dev.winnow.model.Evidence;
import dev.winnow.model.FactRef;
import dev.winnow.model.Figure;
import dev.winnow.model.Project;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What one match rests on, and what keeps it from being certain. */
final class Trace {

    private final CheckedRule checked;
    private final Surroundings surroundings;
    private final Project candidate;
    private final Object[] facts;

    Trace(Match match, Surroundings surroundings, Project candidate) {
        this.candidate = candidate;
        this.checked = match.rule();
        this.surroundings = surroundings;
        this.facts = new Object[checked.types().size()];
        int next = 0;
        for (int i = 0; i < facts.length; i++) {
            if (pattern(i).kind() == Pattern.Kind.FACT) {
                facts[i] = match.facts().get(next++);
            }
        }
    }

    private List<?> rows(int index) {
        return surroundings.rows(checked.types().get(index).record(), candidate);
    }

    private Pattern pattern(int index) {
        return checked.rule().patterns().get(index);
    }

    /** The paths of the facts that would decide whether, and how far, the rule holds by this match. */
    Set<String> missing() {
        Set<String> missing = new TreeSet<>();
        for (int i = 0; i < facts.length; i++) {
            Pattern pattern = pattern(i);
            switch (pattern.kind()) {
                case FACT -> matched(i, missing);
                case NOT -> absent(i, missing);
                case ACCUMULATE -> {
                    if (isOpen(i, pattern)) {
                        totalled(i, missing);
                    }
                }
            }
        }
        for (Expression leading : checked.rule().leading()) {
            open(leading, missing);
        }
        return missing;
    }

    private void matched(int index, Set<String> missing) {
        FactType type = checked.types().get(index);
        if (FactNames.isUnwritten(type, facts[index])) {
            missing.add("city." + type.list());
            return;
        }
        Evaluator evaluator = new Evaluator(checked, facts, index, facts[index]);
        pattern(index).conditions().forEach(test -> collect(evaluator, test, missing));
    }

    private static Truth collect(Evaluator evaluator, Expression test, Set<String> missing) {
        Set<String> open = new TreeSet<>();
        Truth truth = evaluator.truth(test, open);
        if (truth == Truth.UNKNOWN) {
            missing.addAll(open);
        }
        return truth;
    }

    /** How far a row meets all conditions of a pattern; what keeps that open is added. */
    private Truth meets(int index, Object row, Set<String> missing) {
        FactType type = checked.types().get(index);
        Evaluator evaluator = new Evaluator(checked, facts, index, row);
        Set<String> open = new TreeSet<>();
        Truth all = FactNames.isUnwritten(type, row) ? Truth.UNKNOWN : Truth.TRUE;
        if (all == Truth.UNKNOWN) {
            open.add("city." + type.list());
        }
        for (Expression test : pattern(index).conditions()) {
            all = all.and(collect(evaluator, test, open));
        }
        if (all == Truth.UNKNOWN) {
            missing.addAll(open);
        }
        return all;
    }

    private void absent(int index, Set<String> missing) {
        for (Object row : rows(index)) {
            meets(index, row, missing);
        }
    }

    private void totalled(int index, Set<String> missing) {
        Total total = pattern(index).total();
        for (Object row : rows(index)) {
            Truth meets = meets(index, row, missing);
            if (meets != Truth.FALSE && total != null && total.argument() != null) {
                new Evaluator(checked, facts, index, row).openReads(total.argument(), missing);
            }
        }
        if (total != null) {
            new Evaluator(checked, facts, -1, surroundings).openReads(total.right(), missing);
        }
    }

    /** Whether the comparison of a count or sum cannot be decided. */
    private boolean isOpen(int index, Pattern pattern) {
        Total total = pattern.total();
        if (total == null) {
            return false;
        }
        double low = 0;
        double high = 0;
        FactType type = checked.types().get(index);
        for (Object row : rows(index)) {
            Truth meets = meets(index, row, new TreeSet<>());
            if (meets == Truth.FALSE) {
                continue;
            }
            Figure amount = Figure.ONE;
            if (total.argument() != null) {
                amount = (Figure) new Evaluator(checked, facts, index, row).value(total.argument());
            } else if (FactNames.isUnwritten(type, row)) {
                amount = null;
            }
            low += meets == Truth.TRUE ? Certainly.amount(amount) : 0;
            high += Possibly.amount(amount);
        }
        Figure right = (Figure) new Evaluator(checked, facts, -1, surroundings).value(total.right());
        return switch (total.sign()) {
            case AT_LEAST -> !Certainly.atLeast(low, right) && Possibly.atLeast(high, right);
            case MORE_THAN -> !Certainly.moreThan(low, right) && Possibly.moreThan(high, right);
            case AT_MOST -> !Certainly.atMost(high, right) && Possibly.atMost(low, right);
            case LESS_THAN -> !Certainly.lessThan(high, right) && Possibly.lessThan(low, right);
            case SAME, DIFFERENT -> false;
        };
    }

    /** The share, ceiling or district of a match hangs on these too. */
    private void open(Expression leading, Set<String> missing) {
        if (leading instanceof Expression.Variable variable) {
            Variable bound = checked.variable(variable.name());
            if (bound.total()) {
                totalled(bound.pattern(), missing);
            } else {
                new Evaluator(checked, facts, -1, surroundings).openReads(leading, missing);
            }
        }
    }

    /** What the rule matched, in the order of its patterns. */
    List<FactRef> refs() {
        List<FactRef> refs = new ArrayList<>();
        for (int i = 0; i < facts.length; i++) {
            if (pattern(i).kind() == Pattern.Kind.FACT) {
                refs.add(FactNames.ref(checked.types().get(i), facts[i]));
            }
        }
        return refs;
    }

    /** The figures that the rule read in what it matched, and the rows that it matched without reading a figure. */
    List<Citation> citations() {
        Map<String, Citation> citations = new LinkedHashMap<>();
        for (int i = 0; i < facts.length; i++) {
            if (pattern(i).kind() == Pattern.Kind.FACT) {
                cite(i, citations);
            }
        }
        return List.copyOf(citations.values());
    }

    private void cite(int index, Map<String, Citation> citations) {
        FactType type = checked.types().get(index);
        Object fact = facts[index];
        boolean[] cited = {false};
        Reads.expressions(
                pattern(index),
                expression -> Reads.properties(expression, read -> {
                    FactType.Property property = type.properties().get(read.name());
                    if (property != null && property.of(fact) instanceof Figure figure) {
                        String path = FactNames.path(type, fact, read.name());
                        Evidence evidence = figure.evidence() == null ? Evidence.NONE : figure.evidence();
                        citations.put(path, new Citation(path, figure, figure.toString(), evidence));
                        cited[0] = true;
                    }
                }));
        Evidence evidence = FactNames.evidence(fact);
        if (!cited[0] && evidence != null && (evidence.source() != null || evidence.asOf() != null)) {
            FactRef ref = FactNames.ref(type, fact);
            String property = type.key().isEmpty()
                    ? type.properties().containsKey("held") ? "held" : "step"
                    : type.key().get(0);
            String path = FactNames.path(type, fact, property);
            Object value = type.properties().containsKey(property)
                    ? type.properties().get(property).of(fact)
                    : ref.id();
            citations.put(path, new Citation(path, null, String.valueOf(value), evidence));
        }
    }
}
