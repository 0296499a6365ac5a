/** Mutation testing: the cases of a pack judged by changed rules. */
@NullMarked
package dev.winnow.ruletools.mutate;

import org.jspecify.annotations.NullMarked;
