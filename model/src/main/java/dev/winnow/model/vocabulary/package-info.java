/** The facts that may be stated: the core facts, and those that a pack declares in {@code vocabulary.yaml}. */
@NullMarked
package dev.winnow.model.vocabulary;

import org.jspecify.annotations.NullMarked;
