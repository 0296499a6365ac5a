package dev.winnow.workbench.lint;

import dev.winnow.language.syntax.TokenPosition;

/**
 * A condition that must be met for a rule to hold.
 *
 * @param written the condition as the rule file writes it
 * @param spot where it stands
 * @param ways the condition in normal form
 */
record Claim(String written, TokenPosition spot, Alternatives ways) {}
