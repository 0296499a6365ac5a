package dev.winnow.model.value;

import dev.winnow.model.source.Language;

/** The relation of a stated number to the true one. */
public enum Bound {
    /** The number itself. */
    EXACT("exact", "", ""),
    /** The number or more: "over", "at least". It is never treated as exact. */
    AT_LEAST("at-least", "over ", "超过"),
    /** The number or less. */
    AT_MOST("at-most", "at most ", "不超过"),
    /** Within five per cent of the number. */
    ABOUT("about", "about ", "约"),
    /** Any number of an interval: a stated range, or sources that disagree. */
    BETWEEN("between", "", "");

    private final String id;
    private final String prefix;
    private final String chinesePrefix;

    Bound(String id, String prefix, String chinesePrefix) {
        this.id = id;
        this.prefix = prefix;
        this.chinesePrefix = chinesePrefix;
    }

    /** Returns the word used in files and in JSON: {@code at-least}. */
    public String id() {
        return id;
    }

    /** Returns the English words before the number: {@code "over "}; empty for exact and between. */
    public String prefix() {
        return prefix;
    }

    /** Returns the words before the number in a language. */
    public String prefix(Language language) {
        return language == Language.ZH ? chinesePrefix : prefix;
    }
}
