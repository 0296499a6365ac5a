/** Documents as Markdown and diagrams. */
@NullMarked
package dev.winnow.report.markdown;

import org.jspecify.annotations.NullMarked;
