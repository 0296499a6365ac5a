/** The local web server behind {@code winnow serve}. */
@NullMarked
package dev.winnow.serve.internal;

import org.jspecify.annotations.NullMarked;
