package dev.winnow.workbench.mutate;

import dev.winnow.language.check.CheckedRule;
import dev.winnow.language.pack.LimitTable;

/**
 * A mutated rule, ready to be evaluated.
 *
 * @param mutant the description of the change
 * @param rule the rule with the change
 * @param limits the limits with the change
 */
record MutatedRule(Mutant mutant, CheckedRule rule, LimitTable limits) {}
