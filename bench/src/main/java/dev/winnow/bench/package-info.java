/** How fast winnow screens, measured. */
@NullMarked
package dev.winnow.bench;

import org.jspecify.annotations.NullMarked;
