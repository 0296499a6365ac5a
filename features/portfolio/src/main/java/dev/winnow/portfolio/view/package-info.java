/** Searches of portfolios and matchings in the background, and the plans that they follow. */
@NullMarked
package dev.winnow.portfolio.view;

import org.jspecify.annotations.NullMarked;
