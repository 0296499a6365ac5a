/**
 * Which facts there are: those that winnow knows, and those that a pack declares in {@code vocabulary.yaml}.
 */
@NullMarked
package dev.winnow.model.vocabulary;

import org.jspecify.annotations.NullMarked;
