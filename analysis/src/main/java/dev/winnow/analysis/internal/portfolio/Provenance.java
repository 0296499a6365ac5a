package dev.winnow.analysis.internal.portfolio;

import dev.winnow.model.result.Names;
import dev.winnow.model.result.Screening.Edition;
import org.jspecify.annotations.Nullable;

/**
 * What the projects and cities of a plan come from, and what they are called.
 *
 * @param pack the pack whose rules judged; null where the plan brings its own projects and cities
 * @param universe the universe; null likewise
 * @param illustrative whether candidates are invented
 * @param names what things are called
 */
public record Provenance(@Nullable Edition pack, @Nullable Edition universe, boolean illustrative, Names names) {}
