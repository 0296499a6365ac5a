/** The reference evaluator: compiled rules run by Drools’ own algorithm. */
@NullMarked
package dev.winnow.drools.internal.phreak;

import org.jspecify.annotations.NullMarked;
