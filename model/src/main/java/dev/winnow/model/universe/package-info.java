/**
 * A universe: all that is known of the projects and cities to be screened, the view of it on a day, and edits between two editions.
 */
@NullMarked
package dev.winnow.model.universe;

import org.jspecify.annotations.NullMarked;
