package dev.winnow.report.i18n;

/**
 * A word of a closed list that is not an enum constant.
 *
 * @param name as contracts have it: {@code succeeded}
 * @param key of its words
 */
public record ChoiceWord(String name, String key) {}
