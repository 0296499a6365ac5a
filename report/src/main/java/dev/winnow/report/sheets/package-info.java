/** Results as workbooks and tables. */
@NullMarked
package dev.winnow.report.sheets;

import org.jspecify.annotations.NullMarked;
