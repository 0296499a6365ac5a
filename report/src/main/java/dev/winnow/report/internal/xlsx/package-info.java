/** Workbooks (Office Open XML), one sheet per table of a document. */
@NullMarked
package dev.winnow.report.internal.xlsx;

import org.jspecify.annotations.NullMarked;
