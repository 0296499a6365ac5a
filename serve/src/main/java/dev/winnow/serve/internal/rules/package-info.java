/** The files of a pack in the browser: their unsaved edits, help while typing, and saving. */
@NullMarked
package dev.winnow.serve.internal.rules;

import org.jspecify.annotations.NullMarked;
