/** Workbooks of Office Open XML, a sheet for each table of a document. */
@NullMarked
package dev.winnow.report.internal.xlsx;

import org.jspecify.annotations.NullMarked;
