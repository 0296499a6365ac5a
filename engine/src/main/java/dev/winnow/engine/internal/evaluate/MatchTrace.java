package dev.winnow.engine.internal.evaluate;

import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.check.Reads;
import dev.winnow.language.internal.syntax.Pattern;
import dev.winnow.language.internal.vocabulary.FactNames;
import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.language.internal.vocabulary.FactType.Property;
import dev.winnow.model.domain.Project;
import dev.winnow.model.result.Citation;
import dev.winnow.model.result.FactRef;
import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Figure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The facts and figures behind the matches of a rule. The components that the rule reads are determined once, in the constructor.
 * Immutable.
 */
public final class MatchTrace {

    private static final class Matched {

        private final int index;
        private final FactType type;
        /** Components read by the pattern that may be figures, in reading order. */
        private final Property[] figures;

        private final int[] places;
        /** The component to cite if no figure is read; null if there is none. */
        private final @Nullable Property named;

        private final String name;
        private final int place;

        Matched(CheckedRule rule, int index) {
            this.index = index;
            this.type = rule.types().get(index);
            Map<String, Property> read = new LinkedHashMap<>();
            Reads.expressions(
                    rule.rule().patterns().get(index),
                    expression -> Reads.properties(expression, one -> {
                        Property property = type.properties().get(one.name());
                        if (property != null && property.value().kind() == FactType.Kind.FIGURE) {
                            read.putIfAbsent(one.name(), property);
                        }
                    }));
            this.figures = read.values().toArray(Property[]::new);
            this.places = read.values().stream()
                    .mapToInt(property -> FactPaths.place(type, property.name()))
                    .toArray();
            this.name = type.key().isEmpty()
                    ? type.properties().containsKey("held") ? "held" : "step"
                    : type.key().get(0);
            this.named = type.properties().get(name);
            this.place = FactPaths.place(type, name);
        }
    }

    private final Matched[] matched;
    private final int patterns;

    public MatchTrace(CheckedRule rule) {
        this.patterns = rule.types().size();
        List<Matched> all = new ArrayList<>();
        for (int i = 0; i < patterns; i++) {
            if (rule.rule().patterns().get(i).kind() == Pattern.Kind.FACT) {
                all.add(new Matched(rule, i));
            }
        }
        this.matched = all.toArray(Matched[]::new);
    }

    /**
     * The matched facts, in the order of the rule's patterns.
     *
     * @param match a match, of this candidate or of one for which the rule reads equal values
     * @param candidate the candidate to refer to
     */
    public List<FactRef> refs(Match match, Project candidate) {
        @Nullable Object[] facts = facts(match, candidate);
        List<FactRef> refs = new ArrayList<>(matched.length);
        for (Matched one : matched) {
            Object fact = facts[one.index];
            if (fact != null) {
                refs.add(FactNames.ref(one.type, fact));
            }
        }
        return refs;
    }

    private @Nullable Object[] facts(Match match, Project candidate) {
        @Nullable Object[] facts = new Object[patterns];
        match.copyFacts(facts);
        for (int i = 0; i < facts.length; i++) {
            if (facts[i] instanceof Project) {
                facts[i] = candidate;
            }
        }
        return facts;
    }

    /**
     * The figures that the rule reads in the matched facts, and the matched facts without such a figure.
     *
     * @param match a match, of this candidate or of one for which the rule reads equal values
     * @param candidate the candidate to refer to
     * @param paths the facts of the city, with cached citations
     */
    public List<Citation> citations(Match match, Project candidate, FactPaths paths) {
        @Nullable Object[] facts = facts(match, candidate);
        List<Citation> citations = new ArrayList<>();
        for (Matched one : matched) {
            Object fact = facts[one.index];
            if (fact != null) {
                cite(one, fact, paths, citations);
            }
        }
        return citations;
    }

    private static void cite(Matched one, Object fact, FactPaths paths, List<Citation> citations) {
        boolean cited = false;
        for (int i = 0; i < one.figures.length; i++) {
            if (one.figures[i].of(fact) instanceof Figure figure) {
                Property property = one.figures[i];
                add(paths.citation(fact, one.places[i], () -> cited(one, fact, property, figure)), citations);
                cited = true;
            }
        }
        Evidence evidence = cited ? null : one.type.evidence(fact);
        if (evidence != null && (evidence.source() != null || evidence.asOf() != null)) {
            add(paths.citation(fact, one.place, () -> named(one, fact, evidence)), citations);
        }
    }

    private static Citation cited(Matched one, Object fact, Property property, Figure figure) {
        Evidence evidence = figure.evidence() == null ? Evidence.NONE : figure.evidence();
        return new Citation(FactNames.path(one.type, fact, property.name()), figure, figure.toString(), evidence);
    }

    private static Citation named(Matched one, Object fact, Evidence evidence) {
        Object value = one.named == null ? FactNames.ref(one.type, fact).id() : one.named.of(fact);
        return new Citation(FactNames.path(one.type, fact, one.name), null, String.valueOf(value), evidence);
    }

    /** If two patterns match one fact, it is cited at its first place with its last citation. */
    private static void add(Citation citation, List<Citation> citations) {
        for (int i = 0; i < citations.size(); i++) {
            if (citations.get(i).property().equals(citation.property())) {
                citations.set(i, citation);
                return;
            }
        }
        citations.add(citation);
    }
}
