/** Text laid out in the columns of a terminal. */
@NullMarked
package dev.winnow.report.internal.layout;

import org.jspecify.annotations.NullMarked;
