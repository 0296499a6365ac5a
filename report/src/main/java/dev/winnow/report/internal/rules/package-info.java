/** Reports for rule authors: checks, worked examples, coverage and mutation. */
@NullMarked
package dev.winnow.report.internal.rules;

import org.jspecify.annotations.NullMarked;
