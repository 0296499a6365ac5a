/** The smallest changes of a candidate that bring another verdict. */
@NullMarked
package dev.winnow.analysis.internal.reversal;

import org.jspecify.annotations.NullMarked;
