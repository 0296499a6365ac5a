/** What readers are shown, as plain immutable values in one language and in no form yet. */
@NullMarked
package dev.winnow.report.internal.document;

import org.jspecify.annotations.NullMarked;
