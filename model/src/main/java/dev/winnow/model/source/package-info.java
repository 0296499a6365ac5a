/**
 * Text and its places: reading YAML and JSON files safely, and problems that say where, what and what to try.
 */
@NullMarked
package dev.winnow.model.source;

import org.jspecify.annotations.NullMarked;
