/** Spreadsheets in and out: import, templates, and tables that a universe is read from directly. */
@NullMarked
package dev.winnow.tables;

import org.jspecify.annotations.NullMarked;
