/**
 * The types and names that rules may use: the facts of the model, the limits of a pack, the day of screening.
 */
@NullMarked
package dev.winnow.language.internal.vocabulary;

import org.jspecify.annotations.NullMarked;
