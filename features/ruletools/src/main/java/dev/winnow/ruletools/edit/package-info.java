/** New rules and other items of a pack, and its layout. */
@NullMarked
package dev.winnow.ruletools.edit;

import org.jspecify.annotations.NullMarked;
