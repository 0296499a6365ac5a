/** The evaluator that walks syntax trees. It needs no preparation and can explain why a rule does not hold. */
@NullMarked
package dev.winnow.engine.internal.walk;

import org.jspecify.annotations.NullMarked;
