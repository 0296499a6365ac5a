/**
 * What follows from screenings. {@link Comparison} holds two against each other and names the edits that flip verdicts;
 * {@link Approvals} tells which flips somebody has answered for.
 */
@NullMarked
package dev.winnow.analysis;

import org.jspecify.annotations.NullMarked;
