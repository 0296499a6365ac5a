/** From matches to assessments: scores, contributions, verdicts, reasons and missing facts. */
@NullMarked
package dev.winnow.engine.internal.score;

import org.jspecify.annotations.NullMarked;
