/**
 * What is judged: projects, cities and what they offer, industrial chains, as immutable records.
 *
 * <p>A component that is {@code @Nullable} may be unknown; what is unknown is never guessed.
 */
@NullMarked
package dev.winnow.model.domain;

import org.jspecify.annotations.NullMarked;
