package dev.winnow.cli;

import dev.winnow.model.Screening;

/**
 * What was screened.
 *
 * @param whole everything, which ranks are among
 * @param asked what of it was asked for
 */
record Screened(Screening whole, Screening asked) {}
