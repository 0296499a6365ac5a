/** Sentences about results that several documents share. */
@NullMarked
package dev.winnow.report.internal.sentences;

import org.jspecify.annotations.NullMarked;
