/** What a rule pack tells of itself: criteria, rules, limits, cases, and why it cannot be loaded. */
@NullMarked
package dev.winnow.language;

import org.jspecify.annotations.NullMarked;
