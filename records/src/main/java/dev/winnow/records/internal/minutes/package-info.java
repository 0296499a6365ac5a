/** Minutes of a meeting that decided on projects. */
@NullMarked
package dev.winnow.records.internal.minutes;

import org.jspecify.annotations.NullMarked;
