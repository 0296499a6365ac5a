/** Minutes of a meeting that decided on projects. */
@NullMarked
package dev.winnow.papers.minutes;

import org.jspecify.annotations.NullMarked;
