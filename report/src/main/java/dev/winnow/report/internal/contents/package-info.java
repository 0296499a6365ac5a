/** Turns results into documents, one class per command. Only these classes know both a result and its readers. */
@NullMarked
package dev.winnow.report.internal.contents;

import org.jspecify.annotations.NullMarked;
