/** Choices among projects and cities: the best set within budgets, and matchings by the preferences of both sides. */
@NullMarked
package dev.winnow.portfolio;

import org.jspecify.annotations.NullMarked;
