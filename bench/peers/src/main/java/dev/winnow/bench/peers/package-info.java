/** The same rules by hand in Java and by other engines, checked to the same awards as winnow's and measured. */
@NullMarked
package dev.winnow.bench.peers;

import org.jspecify.annotations.NullMarked;
