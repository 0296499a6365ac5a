/** The files of a workspace with the steps that changed them, and the journal that keeps both. */
@NullMarked
package dev.winnow.web.internal.journal;

import org.jspecify.annotations.NullMarked;
