package dev.winnow.cli;

import dev.winnow.engine.RulePack;
import dev.winnow.model.Screening;

/**
 * What was screened.
 *
 * @param pack what it was judged by
 * @param whole everything, which ranks are among
 * @param asked what of it was asked for
 */
record Screened(RulePack pack, Screening whole, Screening asked) {}
