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
    private final Footing footing;
    private final Object[] facts;

    Trace(Match match, Surroundings surroundings, Project candidate) {
        this.checked = match.rule();
        this.facts = new Object[checked.types().size()];
        this.footing = new Footing(checked, surroundings, candidate, facts);
        int next = 0;
        for (int i = 0; i < facts.length; i++) {
            if (pattern(i).kind() == Pattern.Kind.FACT) {
                facts[i] = match.facts().get(next++);
            }
        }
    }

    private Pattern pattern(int index) {
        return footing.pattern(index);
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
                    Total total = pattern.total();
                    if (total != null && footing.holds(total, footing.ends(i, total)) == Truth.UNKNOWN) {
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
        if (footing.isUnwritten(index, facts[index])) {
            missing.add("city." + checked.types().get(index).list());
        } else {
            footing.open(index, facts[index], missing);
        }
    }

    private void absent(int index, Set<String> missing) {
        for (Object row : footing.rows(index)) {
            footing.meets(index, row, missing);
        }
    }

    private void totalled(int index, Set<String> missing) {
        Total total = pattern(index).total();
        for (Object row : footing.rows(index)) {
            Truth meets = footing.meets(index, row, missing);
            if (meets != Truth.FALSE && total != null && total.argument() != null) {
                footing.at(index, row).openReads(total.argument(), missing);
            }
        }
        if (total != null) {
            footing.outside().openReads(total.right(), missing);
        }
    }

    /** The share, ceiling or district of a match hangs on these too. */
    private void open(Expression leading, Set<String> missing) {
        if (leading instanceof Expression.Variable variable) {
            Variable bound = checked.variable(variable.name());
            if (bound.total()) {
                totalled(bound.pattern(), missing);
            } else {
                footing.outside().openReads(leading, missing);
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
        Evidence evidence = type.evidence(fact);
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
