/** Past decisions of a bureau: read from tables, documents, records and universes. */
@NullMarked
package dev.winnow.past.decisions;

import org.jspecify.annotations.NullMarked;
