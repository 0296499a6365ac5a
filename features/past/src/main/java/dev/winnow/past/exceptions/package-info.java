/** Decisions against the verdict of the rules, grouped by the rule that they overrule. */
@NullMarked
package dev.winnow.past.exceptions;

import org.jspecify.annotations.NullMarked;
