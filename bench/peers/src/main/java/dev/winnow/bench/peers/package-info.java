/**
 * Hand-written Java and other engines with the same rules, checked to give the same awards as winnow, and measured.
 */
@NullMarked
package dev.winnow.bench.peers;

import org.jspecify.annotations.NullMarked;
