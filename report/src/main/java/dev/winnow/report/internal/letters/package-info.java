/** Letters to applicants, cities and registers, from templates that a bureau can change. */
@NullMarked
package dev.winnow.report.internal.letters;

import org.jspecify.annotations.NullMarked;
