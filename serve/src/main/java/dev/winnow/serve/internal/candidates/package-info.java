/** Lists of candidates that the user gives to the workbench: how they are understood, corrected and screened. */
@NullMarked
package dev.winnow.serve.internal.candidates;

import org.jspecify.annotations.NullMarked;
