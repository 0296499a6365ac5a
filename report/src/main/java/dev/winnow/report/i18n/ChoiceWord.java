package dev.winnow.report.i18n;

/**
 * A word of a closed choice that is no constant.
 *
 * @param name as contracts have it: {@code succeeded}
 * @param key of its words
 */
public record ChoiceWord(String name, String key) {}
