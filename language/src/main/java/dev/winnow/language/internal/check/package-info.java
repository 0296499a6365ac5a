/** The pack law: rules are held to it, typed, and put together with the rest of their pack. */
@NullMarked
package dev.winnow.language.internal.check;

import org.jspecify.annotations.NullMarked;
