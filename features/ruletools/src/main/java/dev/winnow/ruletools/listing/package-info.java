/** The rules of a pack as a list and as a document. */
@NullMarked
package dev.winnow.ruletools.listing;

import org.jspecify.annotations.NullMarked;
