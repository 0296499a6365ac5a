package dev.winnow.cli;

import dev.winnow.engine.RulePack;
import dev.winnow.model.Facts;
import dev.winnow.model.Screening;

/**
 * What was screened.
 *
 * @param pack what it was judged by
 * @param known what was known of its universe; as of the universe's own day where each project has one
 * @param whole everything, which ranks are among
 * @param asked what of it was asked for
 */
record Screened(RulePack pack, Facts known, Screening whole, Screening asked) {}
