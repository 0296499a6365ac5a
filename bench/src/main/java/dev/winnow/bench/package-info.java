/** Benchmarks of screening. */
@NullMarked
package dev.winnow.bench;

import org.jspecify.annotations.NullMarked;
