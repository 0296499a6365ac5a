/** Documents as Markdown and diagrams. */
@NullMarked
package dev.winnow.report.internal.markdown;

import org.jspecify.annotations.NullMarked;
