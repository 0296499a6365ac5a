/** Makes documents of results: one class a command, the only ones that know both a result and what readers want of it. */
@NullMarked
package dev.winnow.report.internal.contents;

import org.jspecify.annotations.NullMarked;
