/**
 * Projects and facts of cities from spreadsheets and other tables, and back into them.
 *
 * <p>The way of a file: a {@link Sheet} gives its rows, {@link Headings} finds the row of headings and what each column
 * means by the {@link Catalogue}, {@link RowReader} makes of each row what a universe file would say, and
 * {@link dev.winnow.model} judges that as it judges every universe. Uses the model only.
 */
@NullMarked
package dev.winnow.tables;

import org.jspecify.annotations.NullMarked;
