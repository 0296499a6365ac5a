/** What a city holds of its chains, and what would close the gaps. */
@NullMarked
package dev.winnow.analysis.internal.chains;

import org.jspecify.annotations.NullMarked;
