package dev.winnow.workbench.internal.assist;

import dev.winnow.model.source.Message;

/**
 * A text that an editor shows above a line.
 *
 * @param span the name of the rule or case that it is about
 * @param text the results of its cases
 * @param rule the rule whose cases the text is about
 */
public record Lens(Span span, Message text, String rule) {}
