package dev.winnow.engine;

import dev.winnow.model.Figure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule looks at.
 *
 * @param rule what it is about
 * @param facts the facts it reads, sorted: {@code project.yieldRate}, {@code city.demands.annualOutput}; a list alone,
 *     {@code city.demands}, where it only asks whether there is a row
 * @param limits the limits it reads, sorted by id
 */
public record RuleReads(RuleSummary rule, List<String> facts, List<LimitRead> limits) {

    /**
     * A limit that a rule reads.
     *
     * @param id its id
     * @param value its value on the day asked for; null if it is not yet in force
     */
    public record LimitRead(String id, @Nullable Figure value) {}

    /** Copies its lists. */
    public RuleReads {
        facts = List.copyOf(facts);
        limits = List.copyOf(limits);
    }
}
