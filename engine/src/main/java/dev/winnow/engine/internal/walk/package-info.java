/** The evaluator that walks syntax trees: it needs no compiling and can say why a rule does not hold. */
@NullMarked
package dev.winnow.engine.internal.walk;

import org.jspecify.annotations.NullMarked;
