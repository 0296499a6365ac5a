/** Checks of a pack, for people and for programs. */
@NullMarked
package dev.winnow.ruletools.check;

import org.jspecify.annotations.NullMarked;
