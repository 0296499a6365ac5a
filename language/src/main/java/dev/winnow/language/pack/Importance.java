package dev.winnow.language.pack;

/**
 * A line of a pack's order of importance: one criterion weighs at least as much as another of its side.
 *
 * @param more the criterion that weighs at least as much
 * @param less the other
 */
public record Importance(String more, String less) {}
