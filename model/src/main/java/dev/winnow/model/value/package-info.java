/**
 * Figures, units, dates and evidence: values as far as they are known, with their origin.
 *
 * <p>Numbers are exact. Money is in millions of yuan or of the universe's currency; a share is 0 to 1.
 */
@NullMarked
package dev.winnow.model.value;

import org.jspecify.annotations.NullMarked;
