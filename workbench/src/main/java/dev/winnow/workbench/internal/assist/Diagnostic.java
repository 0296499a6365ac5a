package dev.winnow.workbench.internal.assist;

import dev.winnow.model.source.Message;
import org.jspecify.annotations.Nullable;

/**
 * A problem of a pack, or a remark of lint.
 *
 * @param file the file, relative to the pack's folder; empty for the folder
 * @param span the part to underline
 * @param severity how serious it is
 * @param code the code of the remark; null for a problem
 * @param what the description
 * @param advice the correction to try; null if there is none
 * @param replacement the text that corrects the spelling of the underlined one; null if the correction is not one word
 */
public record Diagnostic(
        String file,
        Span span,
        Severity severity,
        @Nullable String code,
        Message what,
        @Nullable Message advice,
        @Nullable String replacement) {

    /** How serious a diagnostic is. */
    public enum Severity {
        /** The pack cannot be used. */
        ERROR,
        WARNING,
        NOTE
    }
}
