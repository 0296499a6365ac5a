/** Letters to applicants, cities and registers, from templates that a bureau can change. */
@NullMarked
package dev.winnow.papers.letter;

import org.jspecify.annotations.NullMarked;
