/**
 * Figures, units, dates and evidence: values as far as they are known, with their provenance.
 *
 * <p>Numbers are exact. Money is in million yuan or in the currency that a universe names; a share is 0 to 1.
 */
@NullMarked
package dev.winnow.model.value;

import org.jspecify.annotations.NullMarked;
