/** Policy tested against the past and the future: back-tests, exceptions, implied weights, scenarios, the watch. */
@NullMarked
package dev.winnow.past;

import org.jspecify.annotations.NullMarked;
