package dev.winnow.serve.internal.effects;

import java.time.LocalDate;
import java.util.List;

/**
 * The pairs of the universe that a rule of the edited pack matches.
 *
 * @param schema the version of the contract
 * @param revision the revision of the edits
 * @param rule the id of the rule; empty at a line outside rules or in a pack with problems
 * @param title its title
 * @param pairs the number of all pairs
 * @param certain the number of pairs for which it holds
 * @param open the number of pairs for which unknown facts decide
 * @param matches pairs for which it holds, at most {@value #MAX_PAIRS}
 * @param undecided pairs for which unknown facts decide, at most {@value #MAX_PAIRS}
 */
record RuleEffect(
        int schema,
        long revision,
        String rule,
        String title,
        int pairs,
        int certain,
        int open,
        List<Pair> matches,
        List<Pair> undecided) {

    static final int MAX_PAIRS = 50;

    /** A project in a city. */
    record Pair(String project, String projectName, String city, String cityName, LocalDate asOf) {}
}
