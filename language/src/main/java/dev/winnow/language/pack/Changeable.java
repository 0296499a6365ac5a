package dev.winnow.language.pack;

/**
 * A figure of a project that can be changed by negotiation, as pack.yaml declares it.
 *
 * @param figure its name, for example {@code project.fundingNeed}
 * @param why who could change it, and how
 */
public record Changeable(String figure, String why) {}
