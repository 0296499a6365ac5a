/** The public description of a rule pack: criteria, rules, limits, cases, and the problems that prevent loading. */
@NullMarked
package dev.winnow.language;

import org.jspecify.annotations.NullMarked;
