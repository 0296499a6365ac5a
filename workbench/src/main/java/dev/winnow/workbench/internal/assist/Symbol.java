package dev.winnow.workbench.internal.assist;

/**
 * A named part of a file: a rule, a limit or a case.
 *
 * @param name its id; for a case its sentence
 * @param detail its title; empty if it has none
 * @param span the place of its name
 * @param lastLine its last line, from 0
 */
public record Symbol(String name, String detail, Span span, int lastLine) {}
