/** Documents as plain text. */
@NullMarked
package dev.winnow.report.internal.text;

import org.jspecify.annotations.NullMarked;
