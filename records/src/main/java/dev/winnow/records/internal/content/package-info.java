/** What a record refers to by its digest: the files of a pack and of a universe, pairs, results; and how it is written. */
@NullMarked
package dev.winnow.records.internal.content;

import org.jspecify.annotations.NullMarked;
