package dev.winnow.bench.peers;

import java.util.List;

/**
 * The outcome of a rule for a candidate, without texts.
 *
 * @param rule the rule
 * @param certain whether it certainly holds; otherwise it possibly holds
 * @param low the points it certainly earns; for a cap, the ceiling
 * @param high the points it possibly earns; for a cap, the ceiling
 * @param rows the city's rows by which it certainly holds; empty if it counts them, or if an engine does not report
 *     them
 */
record Finding(Rule rule, boolean certain, double low, double high, List<Record> rows) {}
