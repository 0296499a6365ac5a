package dev.winnow.report.html;

/**
 * A link from a page to another page of the same site.
 *
 * @param address the address, such as {@code /questions}
 * @param label the text
 */
public record PageLink(String address, String label) {}
