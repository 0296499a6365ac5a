/** Recording a screening, and deriving its results again from what is stored. */
@NullMarked
package dev.winnow.records.internal.replay;

import org.jspecify.annotations.NullMarked;
