package dev.winnow.workbench.internal.lint;

import dev.winnow.engine.RulePack;
import dev.winnow.language.RuleSummary;
import dev.winnow.language.internal.check.Reads;
import dev.winnow.model.value.Figure;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The facts and limits that a rule reads.
 *
 * @param rule the rule
 * @param facts the facts it reads, sorted: {@code project.fundingNeed}, {@code city.demands.annualOutput}; only the
 *     list, {@code city.demands}, where it checks for any row
 * @param limits the limits it reads, sorted by id
 */
public record RuleReads(RuleSummary rule, List<String> facts, List<LimitRead> limits) {

    /**
     * A limit that a rule reads.
     *
     * @param id its id
     * @param value its value on the given day; null if it is not in force yet
     */
    public record LimitRead(String id, @Nullable Figure value) {}

    public RuleReads {
        facts = List.copyOf(facts);
        limits = List.copyOf(limits);
    }

    /**
     * {@return the facts and limits that each rule of a pack reads, in the order of its rules}
     *
     * @param pack the pack
     * @param day the day that decides which values of limits are in force
     */
    public static List<RuleReads> of(RulePack pack, LocalDate day) {
        Map<String, Figure> values = new HashMap<>();
        pack.limitTable().on(day).forEach(limit -> values.put(limit.id(), limit.value()));
        return pack.checkedRules().stream()
                .map(rule -> new RuleReads(
                        pack.summary(rule),
                        List.copyOf(Reads.facts(rule)),
                        Reads.limits(rule).stream()
                                .map(id -> new LimitRead(id, values.get(id)))
                                .toList()))
                .toList();
    }
}
