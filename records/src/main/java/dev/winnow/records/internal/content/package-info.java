/** Contents that a record refers to by digest: files of a pack and of a universe, pairs, results; and their form. */
@NullMarked
package dev.winnow.records.internal.content;

import org.jspecify.annotations.NullMarked;
