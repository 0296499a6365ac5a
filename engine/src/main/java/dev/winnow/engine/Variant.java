package dev.winnow.engine;

/**
 * A rule with one small change, ready to be judged.
 *
 * @param mutant what is changed
 * @param rule the rule with the change
 * @param limits the limits with the change
 */
record Variant(Mutant mutant, CheckedRule rule, LimitTable limits) {}
