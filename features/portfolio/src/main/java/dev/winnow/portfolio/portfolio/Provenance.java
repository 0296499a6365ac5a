package dev.winnow.portfolio.portfolio;

import dev.winnow.model.result.Names;
import dev.winnow.model.result.Screening.Edition;
import org.jspecify.annotations.Nullable;

/**
 * Origin and names of the projects and cities of a plan.
 *
 * @param pack the pack whose rules judged; null if the plan has its own projects and cities
 * @param universe the universe; null if the plan has its own projects and cities
 * @param illustrative whether candidates are invented
 * @param names display names
 */
public record Provenance(@Nullable Edition pack, @Nullable Edition universe, boolean illustrative, Names names) {}
