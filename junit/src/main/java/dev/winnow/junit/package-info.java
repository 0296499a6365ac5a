/** The worked examples of a rule pack as tests of JUnit Jupiter. */
@NullMarked
package dev.winnow.junit;

import org.jspecify.annotations.NullMarked;
