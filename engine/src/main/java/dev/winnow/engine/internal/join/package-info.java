/** The default evaluator: nested loops over a city's rows, with conditions bound to small objects. */
@NullMarked
package dev.winnow.engine.internal.join;

import org.jspecify.annotations.NullMarked;
