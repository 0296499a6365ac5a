/**
 * The subjects of screening as immutable records: projects, cities with their lists, industrial chains.
 *
 * <p>A {@code @Nullable} component may be unknown; unknown values are never guessed.
 */
@NullMarked
package dev.winnow.model.domain;

import org.jspecify.annotations.NullMarked;
