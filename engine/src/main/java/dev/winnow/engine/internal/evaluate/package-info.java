/**
 * What every evaluator shares: three-valued readings, matches, outcomes, budgets, and the context in which candidates are judged.
 */
@NullMarked
package dev.winnow.engine.internal.evaluate;

import org.jspecify.annotations.NullMarked;
