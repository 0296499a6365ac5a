/** Documents as plain text. */
@NullMarked
package dev.winnow.report.text;

import org.jspecify.annotations.NullMarked;
