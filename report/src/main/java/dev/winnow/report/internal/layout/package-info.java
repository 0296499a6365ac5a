/** Text laid out in columns, as wide as a terminal shows it. */
@NullMarked
package dev.winnow.report.internal.layout;

import org.jspecify.annotations.NullMarked;
