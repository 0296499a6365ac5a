/** Portfolios: the projects to fund, and their cities, under budgets, by the rules that screen single projects. */
@NullMarked
package dev.winnow.portfolio.portfolio;

import org.jspecify.annotations.NullMarked;
