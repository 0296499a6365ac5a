/** Screening by a panel: its values, the verdict of each assessor, and the disagreements on which verdicts depend. */
@NullMarked
package dev.winnow.analysis.internal.panel;

import org.jspecify.annotations.NullMarked;
