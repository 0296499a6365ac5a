/** A panel of assessors in the browser: its links, and the judgements that arrive. */
@NullMarked
package dev.winnow.serve.internal.panel;

import org.jspecify.annotations.NullMarked;
