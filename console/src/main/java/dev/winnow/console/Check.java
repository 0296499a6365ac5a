package dev.winnow.console;

import dev.winnow.model.source.Message;

/**
 * A finding of {@code winnow doctor} about this installation.
 *
 * @param good whether it works
 * @param message the finding
 */
public record Check(boolean good, Message message) {}
