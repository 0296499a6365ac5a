/**
 * Screens universes by rule packs.
 *
 * <p>{@link dev.winnow.engine.RulePack} is a pack ready to screen with, {@link dev.winnow.engine.Screener} screens a
 * universe.
 */
@NullMarked
package dev.winnow.engine;

import org.jspecify.annotations.NullMarked;
