/**
 * Finished results as documents that people open, print and pass on, and the words of every {@link
 * dev.winnow.model.Language} in which they are told. {@link Wording} has the words. Nothing here computes: what a page or a
 * sheet shows was found by a floor beneath.
 */
@NullMarked
package dev.winnow.report;

import org.jspecify.annotations.NullMarked;
