package dev.winnow.workbench.internal.assist;

/**
 * A word that can be written at a position.
 *
 * @param text the word
 * @param kind the kind of word
 * @param detail its meaning in a few words; empty if there is none
 * @param replaced the part of the line that it replaces: the word before the position and its rest behind it
 */
public record Completion(String text, Kind kind, String detail, Span replaced) {

    /** The kind of a word. */
    public enum Kind {
        ANNOTATION,
        FACT,
        ID,
        KEY,
        KEYWORD,
        TYPE,
        VARIABLE,
        VERB,
        WORD
    }
}
