/** The worked examples of a rule pack as JUnit Jupiter tests. */
@NullMarked
package dev.winnow.junit;

import org.jspecify.annotations.NullMarked;
