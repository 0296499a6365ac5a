package dev.winnow.portfolio.view;

/**
 * A search to start.
 *
 * @param plan the plan
 * @param effort limit of the search for a set, from 1 to 3,600; a matching ignores it
 * @param draws number of random draws, from 0 to 10,000
 * @param seed seed of the draws
 */
public record SearchRequest(PlanForm plan, int effort, int draws, long seed) {}
