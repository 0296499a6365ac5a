/**
 * Who goes where if both sides choose: deferred acceptance, what a stable matching keeps to, and what stays true whatever is unknown.
 * Knows no rules; any projects and cities with scores of each other can be matched.
 */
@NullMarked
package dev.winnow.analysis.internal.matching;

import org.jspecify.annotations.NullMarked;
