package dev.winnow.model.source;

/** A value that each language writes in its own way, such as a figure: {@code over 300 bn yuan}, {@code 超过3000亿元}. */
public interface Localized {

    /** The value as people write it in a language. */
    String write(Language language);
}
