package dev.winnow.workbench.internal.testing;

import dev.winnow.engine.internal.evaluate.Truth;
import dev.winnow.model.source.Place;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The coverage of rules by the worked examples that were run: the outcomes that occurred for each rule and each of its
 * constraints. A case counts only for the rule that it tests.
 *
 * @param rules the rules in the order of the pack
 */
public record CaseCoverage(List<Rule> rules) {

    public CaseCoverage {
        rules = List.copyOf(rules);
    }

    /**
     * The coverage of one rule.
     *
     * @param id its id
     * @param criterion its criterion
     * @param outcome the rule as a whole: TRUE where it fires
     * @param constraints its constraints in file order
     */
    public record Rule(String id, String criterion, Seen outcome, List<Seen> constraints) {

        public Rule {
            constraints = List.copyOf(constraints);
        }

        /** {@return the rule and its constraints} */
        public Stream<Seen> all() {
            return Stream.concat(Stream.of(outcome), constraints.stream());
        }
    }

    /**
     * The outcomes of a rule or constraint that occurred.
     *
     * @param place its place
     * @param text its text in the rule file; for a rule its id
     * @param cases the number of cases with each outcome, for outcomes that can occur
     */
    public record Seen(Place place, String text, Map<Truth, Integer> cases) {

        public Seen {
            EnumMap<Truth, Integer> sorted = new EnumMap<>(Truth.class);
            sorted.putAll(cases);
            cases = Collections.unmodifiableMap(sorted);
        }

        /** {@return the outcomes that can occur but did not: TRUE, then FALSE, then UNKNOWN} */
        public List<Truth> missing() {
            return Stream.of(Truth.YES, Truth.NO, Truth.POSSIBLE)
                    .filter(outcome -> cases.getOrDefault(outcome, 1) == 0)
                    .toList();
        }
    }

    /**
     * Numbers of outcomes.
     *
     * @param shown the number that some case shows
     * @param possible the number that can occur
     */
    public record Total(int shown, int possible) {

        /** {@return the share of outcomes shown, in per cent, rounded down to one decimal; 100 if none can occur} */
        public BigDecimal percent() {
            return possible == 0
                    ? BigDecimal.valueOf(100)
                    : BigDecimal.valueOf(100L * shown).divide(BigDecimal.valueOf(possible), 1, RoundingMode.DOWN);
        }

        /**
         * {@return whether at least a percentage of outcomes is shown}
         *
         * @param percent the percentage, from 0 to 100
         */
        public boolean reaches(BigDecimal percent) {
            return BigDecimal.valueOf(100L * shown).compareTo(percent.multiply(BigDecimal.valueOf(possible))) >= 0;
        }
    }

    /** {@return the total of all rules} */
    public Total total() {
        return total(rules);
    }

    /**
     * {@return the total of the rules of one file}
     *
     * @param criterion the name of the rule file
     */
    public Total total(String criterion) {
        return total(rules.stream()
                .filter(rule -> rule.criterion().equals(criterion))
                .toList());
    }

    /** {@return the totals per rule file, in the order of the pack} */
    public Map<String, Total> byFile() {
        Map<String, Total> totals = new LinkedHashMap<>();
        for (Rule rule : rules) {
            totals.put(rule.outcome().place().file(), total(rule.criterion()));
        }
        return totals;
    }

    private static Total total(List<Rule> rules) {
        int shown = 0;
        int possible = 0;
        for (Seen seen : rules.stream().flatMap(Rule::all).toList()) {
            possible += seen.cases().size();
            shown += seen.cases().size() - seen.missing().size();
        }
        return new Total(shown, possible);
    }
}
