/** Back-tests: a pack judged against projects with a known outcome. */
@NullMarked
package dev.winnow.analysis.internal.backtest;

import org.jspecify.annotations.NullMarked;
