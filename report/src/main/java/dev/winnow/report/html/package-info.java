/** Results as one HTML page that needs nothing else. */
@NullMarked
package dev.winnow.report.html;

import org.jspecify.annotations.NullMarked;
