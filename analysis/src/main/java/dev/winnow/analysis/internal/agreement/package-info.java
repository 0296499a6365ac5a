/** The agreement of the assessors of a panel. */
@NullMarked
package dev.winnow.analysis.internal.agreement;

import org.jspecify.annotations.NullMarked;
