/**
 * The domain of investment screening and its results, as immutable records, and the reading of universes.
 *
 * <p>Depends on nothing of winnow. A component that is {@code @Nullable} may be unknown; what is unknown is never
 * guessed. Money is in million yuan, a share is 0 to 1.
 */
@NullMarked
package dev.winnow.model;

import org.jspecify.annotations.NullMarked;
