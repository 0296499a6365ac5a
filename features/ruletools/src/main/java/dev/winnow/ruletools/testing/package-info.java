/** Worked cases of a pack: their results and the coverage of its rules. */
@NullMarked
package dev.winnow.ruletools.testing;

import org.jspecify.annotations.NullMarked;
