/** Which set of projects to fund, and where, under budgets: chosen by the rules that screen single projects. */
@NullMarked
package dev.winnow.analysis.internal.portfolio;

import org.jspecify.annotations.NullMarked;
