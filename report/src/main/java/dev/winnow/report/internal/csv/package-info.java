/** Comma-separated values: the table for programs of a document. */
@NullMarked
package dev.winnow.report.internal.csv;

import org.jspecify.annotations.NullMarked;
