/** Rules in plain words, English and Chinese, and the texts of a pack in each language. */
@NullMarked
package dev.winnow.language.internal.wording;

import org.jspecify.annotations.NullMarked;
