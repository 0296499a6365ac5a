/** The types and names that rules may use: facts of the model, limits of the pack, and the day of screening. */
@NullMarked
package dev.winnow.language.internal.vocabulary;

import org.jspecify.annotations.NullMarked;
