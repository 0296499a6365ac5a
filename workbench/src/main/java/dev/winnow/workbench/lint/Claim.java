package dev.winnow.workbench.lint;

import dev.winnow.language.syntax.TokenPosition;

/**
 * Something that must be so for a rule to hold.
 *
 * @param written as the rule file says it
 * @param spot where it stands
 * @param ways the ways in which it is so
 */
record Claim(String written, TokenPosition spot, Alternatives ways) {}
