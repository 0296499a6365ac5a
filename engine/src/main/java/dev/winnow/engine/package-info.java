/**
 * A rule pack in, assessments out. The only module that knows Drools; none of its types leaves it.
 *
 * <p>{@link dev.winnow.engine.RulePack} is a pack ready to screen with, {@link dev.winnow.engine.Screener} screens a universe.
 */
@NullMarked
package dev.winnow.engine;

import org.jspecify.annotations.NullMarked;
