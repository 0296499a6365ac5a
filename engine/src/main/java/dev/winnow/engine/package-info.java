/**
 * A rule pack in, checked and compiled; assessments out. Alone knows Drools, and lets none of its types out.
 *
 * <p>The way of a rule: {@link RuleParser} reads its text into a {@link PackRule}, {@link Law} checks it, {@link Rewriter}
 * writes it anew once for what is certain and once for what is possible, {@link Compiler} has Drools compile that, and
 * {@link Session} runs it. {@link Fused} finds the same faster: {@link FusedPlan} says how, and {@link ConditionsWriter} writes down
 * what it asks. Nothing of an author's text reaches Drools but names that were checked and quoted texts.
 * {@link Scoring} turns matches into scores, {@link Trace} finds what is missing, {@link Screener} does it all.
 */
@NullMarked
package dev.winnow.engine;

import org.jspecify.annotations.NullMarked;
