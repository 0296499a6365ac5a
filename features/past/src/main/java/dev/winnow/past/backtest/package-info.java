/** Back-tests: a pack judged against projects with a known outcome. */
@NullMarked
package dev.winnow.past.backtest;

import org.jspecify.annotations.NullMarked;
