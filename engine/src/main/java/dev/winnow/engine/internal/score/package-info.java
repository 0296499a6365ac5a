/** From matches to assessments: scores, contributions, verdicts, reasons and what is missing. */
@NullMarked
package dev.winnow.engine.internal.score;

import org.jspecify.annotations.NullMarked;
