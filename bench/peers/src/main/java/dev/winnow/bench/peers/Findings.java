package dev.winnow.bench.peers;

import org.jspecify.annotations.Nullable;

/** The outcomes of all rules for a candidate. Filled by one thread. */
final class Findings {

    private static final int RULES = Rule.all().size();

    private final @Nullable Finding[] byRule = new Finding[RULES];

    /** Adds the outcome of a rule; ignored if null. */
    void add(@Nullable Finding finding) {
        if (finding != null) {
            byRule[finding.rule().number()] = finding;
        }
    }

    /** Returns the outcome of a rule; null if it cannot hold. */
    @Nullable
    Finding of(Rule rule) {
        return byRule[rule.number()];
    }
}
