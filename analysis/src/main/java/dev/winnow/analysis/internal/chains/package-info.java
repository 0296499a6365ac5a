/** The links of its chains that a city holds, and projects that would close the gaps. */
@NullMarked
package dev.winnow.analysis.internal.chains;

import org.jspecify.annotations.NullMarked;
