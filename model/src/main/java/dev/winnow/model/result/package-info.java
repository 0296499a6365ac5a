/** Results of screening: assessments with their scores, findings, verdicts and questions. */
@NullMarked
package dev.winnow.model.result;

import org.jspecify.annotations.NullMarked;
