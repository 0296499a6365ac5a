/**
 * A universe: all known facts about the projects and cities to be screened, its view on a day, and edits between two
 * editions.
 */
@NullMarked
package dev.winnow.model.universe;

import org.jspecify.annotations.NullMarked;
