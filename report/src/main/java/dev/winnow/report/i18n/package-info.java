/** Texts in every language: messages, facts, values. */
@NullMarked
package dev.winnow.report.i18n;

import org.jspecify.annotations.NullMarked;
