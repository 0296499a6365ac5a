/** Options and habits that several of the commands share. */
@NullMarked
package dev.winnow.ruletools.option;

import org.jspecify.annotations.NullMarked;
