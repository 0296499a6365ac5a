/** Word documents, of Office Open XML. */
@NullMarked
package dev.winnow.report.docx;

import org.jspecify.annotations.NullMarked;
