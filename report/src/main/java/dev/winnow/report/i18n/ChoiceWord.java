package dev.winnow.report.i18n;

/**
 * A word of a closed list that is not an enum.
 *
 * @param name its name in contracts: {@code succeeded}
 * @param key the key of its text
 */
public record ChoiceWord(String name, String key) {}
