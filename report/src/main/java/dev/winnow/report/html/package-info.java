/** Results as self-contained HTML pages. */
@NullMarked
package dev.winnow.report.html;

import org.jspecify.annotations.NullMarked;
