/** Scenarios: named changes of facts and limits, screened side by side with what is known. */
@NullMarked
package dev.winnow.analysis.internal.scenarios;

import org.jspecify.annotations.NullMarked;
