package dev.winnow.report.internal.layout;

import dev.winnow.model.result.Verdict;
import dev.winnow.report.internal.document.Tone;

/** Colours on a terminal; without them, texts stay as they are. Paint after padding: colours take no columns. */
public enum Colours {
    /** Texts are coloured by ANSI sequences. */
    ON,
    /** Texts stay as they are. */
    OFF;

    private static final String RESET = "\u001B[0m";

    /** A verdict's colour. */
    public String paint(Verdict verdict, String text) {
        return switch (verdict) {
            case RECOMMEND -> sgr("32", text);
            case HOLD -> sgr("33", text);
            case DECLINE -> sgr("31", text);
        };
    }

    /** The colour of what a text stands for. */
    public String paint(Tone tone, String text) {
        return switch (tone) {
            case GOOD -> sgr("32", text);
            case CAUTION -> sgr("33", text);
            case BAD -> sgr("31", text);
            case NONE, CITY, PROJECT -> text;
        };
    }

    /** {@return a text that stands out} */
    public String strong(String text) {
        return sgr("1", text);
    }

    /** {@return a text that steps back} */
    public String faint(String text) {
        return sgr("2", text);
    }

    /** {@return a text that tells of something bad} */
    public String bad(String text) {
        return sgr("31", text);
    }

    /** {@return a text that tells of something good} */
    public String good(String text) {
        return sgr("32", text);
    }

    private String sgr(String code, String text) {
        return this == OFF || text.isBlank() ? text : "\u001B[" + code + "m" + text + RESET;
    }
}
