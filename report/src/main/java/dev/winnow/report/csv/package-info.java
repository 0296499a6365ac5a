/** Comma-separated values: the table for programs of a document. */
@NullMarked
package dev.winnow.report.csv;

import org.jspecify.annotations.NullMarked;
