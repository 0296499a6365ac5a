package dev.winnow.language.pack;

/**
 * A figure of a project that somebody could move in negotiation, as pack.yaml declares it.
 *
 * @param figure its name, for example {@code project.yieldRate}
 * @param why who could move it, and how
 */
public record Changeable(String figure, String why) {}
