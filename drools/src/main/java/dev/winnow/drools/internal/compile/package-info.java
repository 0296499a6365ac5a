/**
 * From checked rules to code: rewriting for both readings, compiling with Drools, guarding and caching what comes out.
 */
@NullMarked
package dev.winnow.drools.internal.compile;

import org.jspecify.annotations.NullMarked;
