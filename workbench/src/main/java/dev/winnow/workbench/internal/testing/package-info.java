/** Worked examples run as tests, and what they cover. */
@NullMarked
package dev.winnow.workbench.internal.testing;

import org.jspecify.annotations.NullMarked;
