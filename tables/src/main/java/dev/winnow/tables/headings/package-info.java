/** What headings and cells mean: which property a column gives, in which unit. */
@NullMarked
package dev.winnow.tables.headings;

import org.jspecify.annotations.NullMarked;
