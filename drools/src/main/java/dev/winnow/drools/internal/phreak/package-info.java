/** The reference evaluator: compiled rules run by PHREAK, Drools' own algorithm. */
@NullMarked
package dev.winnow.drools.internal.phreak;

import org.jspecify.annotations.NullMarked;
