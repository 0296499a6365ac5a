package dev.winnow.bench.peers;

import java.util.List;

/**
 * The outcome of a rule for a candidate, without texts.
 *
 * @param rule the rule
 * @param certain whether it certainly holds; otherwise it possibly does
 * @param low what it certainly earns in points; of a cap, the ceiling
 * @param high what it possibly earns in points; of a cap, the ceiling
 * @param rows the city's rows by which it certainly holds; none where it counts them, or where an engine does not tell
 */
record Finding(Rule rule, boolean certain, double low, double high, List<Record> rows) {}
