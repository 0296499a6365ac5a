/** Tools of rule authors: they check, test, list, write and format packs, and answer editors. */
@NullMarked
package dev.winnow.ruletools;

import org.jspecify.annotations.NullMarked;
