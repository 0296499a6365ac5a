package dev.winnow.analysis.compare;

import dev.winnow.engine.RulePack;
import dev.winnow.model.universe.Universe;

/**
 * The pack and the universe of a screening.
 *
 * @param pack what candidates are judged by
 * @param universe what is known of them
 */
public record PackAndUniverse(RulePack pack, Universe universe) {}
