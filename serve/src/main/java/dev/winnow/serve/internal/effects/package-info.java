/** The effects of unsaved edits of a pack: verdicts, cases and matches. */
@NullMarked
package dev.winnow.serve.internal.effects;

import org.jspecify.annotations.NullMarked;
