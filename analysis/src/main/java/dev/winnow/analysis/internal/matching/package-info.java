/**
 * Two-sided matching: deferred acceptance, properties of stable matchings, and statements that hold for all values of
 * the unknown scores. Independent of rules: any projects and cities that score each other can be matched.
 */
@NullMarked
package dev.winnow.analysis.internal.matching;

import org.jspecify.annotations.NullMarked;
