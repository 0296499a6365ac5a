package dev.winnow.model.source;

/**
 * A value that is written differently in each language, such as a figure: {@code over 300 bn yuan}, {@code 超过3000亿元}.
 */
public interface Localized {

    /** Returns the value as written in a language. */
    String write(Language language);
}
