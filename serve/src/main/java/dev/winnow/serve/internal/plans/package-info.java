/** Searches of portfolios and matchings in the background, and the plans that they follow. */
@NullMarked
package dev.winnow.serve.internal.plans;

import org.jspecify.annotations.NullMarked;
