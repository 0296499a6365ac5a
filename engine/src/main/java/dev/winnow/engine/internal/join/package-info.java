/** The default evaluator: nested loops over a city’s rows that call compiled conditions. */
@NullMarked
package dev.winnow.engine.internal.join;

import org.jspecify.annotations.NullMarked;
