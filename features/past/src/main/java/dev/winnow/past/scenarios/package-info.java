/** Scenarios: named changes of facts and limits, each screened beside the unchanged universe. */
@NullMarked
package dev.winnow.past.scenarios;

import org.jspecify.annotations.NullMarked;
