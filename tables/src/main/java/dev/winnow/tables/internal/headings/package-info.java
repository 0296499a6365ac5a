/** What headings and cells mean: which property a column gives, in which unit. */
@NullMarked
package dev.winnow.tables.internal.headings;

import org.jspecify.annotations.NullMarked;
