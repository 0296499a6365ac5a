package dev.winnow.engine;

/**
 * Something that must be so for a rule to hold.
 *
 * @param written as the rule file says it
 * @param spot where it stands
 * @param ways the ways in which it is so
 */
record Claim(String written, Spot spot, Ways ways) {}
