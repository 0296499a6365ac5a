/**
 * Common parts of all evaluators: three-valued readings, matches, outcomes, budgets, and the context that candidates
 * are judged against.
 */
@NullMarked
package dev.winnow.engine.internal.evaluate;

import org.jspecify.annotations.NullMarked;
