/** What is to be found out, once for all candidates that hang on it. */
@NullMarked
package dev.winnow.analysis.internal.questions;

import org.jspecify.annotations.NullMarked;
