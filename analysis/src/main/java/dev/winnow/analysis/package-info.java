/**
 * What follows from screenings. {@link Comparison} holds two against each other and names the edits that flip verdicts;
 * {@link Approvals} tells which flips somebody has answered for. {@link BackTest} holds a pack against what became of
 * projects. {@link ChainMap} tells what a city holds of its chains, and what would close the gaps.
 */
@NullMarked
package dev.winnow.analysis;

import org.jspecify.annotations.NullMarked;
