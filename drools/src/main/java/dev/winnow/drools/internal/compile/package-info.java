/**
 * From checked rules to code: rewrites rules for both readings, compiles them with Drools, and guards the resulting
 * classes.
 */
@NullMarked
package dev.winnow.drools.internal.compile;

import org.jspecify.annotations.NullMarked;
