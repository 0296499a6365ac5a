package dev.winnow.report;

/**
 * A word of a closed choice that is no constant.
 *
 * @param name as contracts have it: {@code succeeded}
 * @param key of its words
 */
record ChoiceWord(String name, String key) {}
