/** A pack held against projects whose outcome is known. */
@NullMarked
package dev.winnow.analysis.internal.backtest;

import org.jspecify.annotations.NullMarked;
