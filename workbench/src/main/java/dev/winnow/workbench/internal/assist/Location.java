package dev.winnow.workbench.internal.assist;

/**
 * A part of a file of a pack.
 *
 * @param file the file, relative to the pack's folder
 * @param span the part of a line
 */
public record Location(String file, Span span) {}
