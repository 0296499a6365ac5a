/** Questions to ask, once for all candidates that depend on them. */
@NullMarked
package dev.winnow.analysis.internal.questions;

import org.jspecify.annotations.NullMarked;
