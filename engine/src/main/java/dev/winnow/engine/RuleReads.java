package dev.winnow.engine;

import dev.winnow.language.RuleSummary;
import dev.winnow.language.internal.check.Reads;
import dev.winnow.model.value.Figure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
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

    /** Returns the rules that read each fact or limit, by its name, in the order of the rules. */
    public static NavigableMap<String, List<String>> readers(List<RuleReads> rules) {
        NavigableMap<String, List<String>> readers = new TreeMap<>();
        for (RuleReads rule : rules) {
            List<String> read = new ArrayList<>(rule.facts());
            rule.limits().forEach(limit -> read.add("limits." + limit.id()));
            read.forEach(fact -> readers.computeIfAbsent(fact, any -> new ArrayList<>())
                    .add(rule.rule().id()));
        }
        return readers;
    }
}
