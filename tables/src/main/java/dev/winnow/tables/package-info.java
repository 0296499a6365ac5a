/** Import from spreadsheets and export to them, templates, and universes read directly from tables. */
@NullMarked
package dev.winnow.tables;

import org.jspecify.annotations.NullMarked;
