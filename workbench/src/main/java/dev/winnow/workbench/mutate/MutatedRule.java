package dev.winnow.workbench.mutate;

import dev.winnow.language.check.CheckedRule;
import dev.winnow.language.pack.LimitTable;

/**
 * A rule with one small change, ready to be judged.
 *
 * @param mutant what is changed
 * @param rule the rule with the change
 * @param limits the limits with the change
 */
record MutatedRule(Mutant mutant, CheckedRule rule, LimitTable limits) {}
