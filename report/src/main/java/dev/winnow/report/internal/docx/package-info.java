/** Word documents (Office Open XML). */
@NullMarked
package dev.winnow.report.internal.docx;

import org.jspecify.annotations.NullMarked;
