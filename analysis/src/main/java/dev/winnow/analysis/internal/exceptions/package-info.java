/** Decisions against the verdict of the rules, grouped by the rule that they overrule. */
@NullMarked
package dev.winnow.analysis.internal.exceptions;

import org.jspecify.annotations.NullMarked;
