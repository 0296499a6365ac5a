/** Content for readers, as immutable values in one language, independent of the form. */
@NullMarked
package dev.winnow.report.internal.document;

import org.jspecify.annotations.NullMarked;
