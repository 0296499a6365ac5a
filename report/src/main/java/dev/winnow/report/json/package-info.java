/** The JSON contracts and other machine-readable reports. */
@NullMarked
package dev.winnow.report.json;

import org.jspecify.annotations.NullMarked;
