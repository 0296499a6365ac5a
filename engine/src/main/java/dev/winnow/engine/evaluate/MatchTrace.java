package dev.winnow.engine.evaluate;

import dev.winnow.language.check.CheckedRule;
import dev.winnow.language.check.Reads;
import dev.winnow.language.vocabulary.FactNames;
import dev.winnow.language.vocabulary.FactType;
import dev.winnow.model.result.Citation;
import dev.winnow.model.result.FactRef;
import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Figure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The facts and figures that a match is based on. */
public final class MatchTrace {

    private final CheckedRule checked;
    /** By the index of the pattern; null where it has none. */
    private final @Nullable Object[] facts;

    public MatchTrace(Match match) {
        this.checked = match.rule();
        this.facts = new Object[checked.types().size()];
        match.lay(facts);
    }

    /** What the rule matched, in the order of its patterns. */
    public List<FactRef> refs() {
        List<FactRef> refs = new ArrayList<>();
        for (int i = 0; i < facts.length; i++) {
            Object fact = facts[i];
            if (fact != null) {
                refs.add(FactNames.ref(checked.types().get(i), fact));
            }
        }
        return refs;
    }

    /** The figures that the rule read in the matched facts, and the facts matched without reading a figure. */
    public List<Citation> citations() {
        Map<String, Citation> citations = new LinkedHashMap<>();
        for (int i = 0; i < facts.length; i++) {
            Object fact = facts[i];
            if (fact != null) {
                cite(i, fact, citations);
            }
        }
        return List.copyOf(citations.values());
    }

    private void cite(int index, Object fact, Map<String, Citation> citations) {
        FactType type = checked.types().get(index);
        boolean[] cited = {false};
        Reads.expressions(
                checked.rule().patterns().get(index),
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
