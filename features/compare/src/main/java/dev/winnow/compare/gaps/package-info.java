/** The links of a city’s chain, with their candidates. */
@NullMarked
package dev.winnow.compare.gaps;

import org.jspecify.annotations.NullMarked;
