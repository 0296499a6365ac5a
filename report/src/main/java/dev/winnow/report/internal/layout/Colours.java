package dev.winnow.report.internal.layout;

import dev.winnow.model.result.Verdict;
import dev.winnow.report.internal.document.Tone;

/**
 * Colours of a terminal; if off, texts are unchanged. Pad a text before painting it: the codes would count as columns.
 */
public enum Colours {
    /** Texts are coloured with ANSI sequences. */
    ON,
    /** Texts are unchanged. */
    OFF;

    private static final String RESET = "\u001B[0m";

    /** Returns a text in the colour of a verdict. */
    public String paint(Verdict verdict, String text) {
        return switch (verdict) {
            case RECOMMEND -> sgr("32", text);
            case HOLD -> sgr("33", text);
            case DECLINE -> sgr("31", text);
        };
    }

    /** Returns a text in the colour of a tone. */
    public String paint(Tone tone, String text) {
        return switch (tone) {
            case GOOD -> sgr("32", text);
            case CAUTION -> sgr("33", text);
            case BAD -> sgr("31", text);
            case NONE, CITY, PROJECT -> text;
        };
    }

    /** {@return an emphasised text} */
    public String strong(String text) {
        return sgr("1", text);
    }

    /** {@return a subdued text} */
    public String faint(String text) {
        return sgr("2", text);
    }

    /** {@return a text in the colour of bad news} */
    public String bad(String text) {
        return sgr("31", text);
    }

    /** {@return a text in the colour of good news} */
    public String good(String text) {
        return sgr("32", text);
    }

    private String sgr(String code, String text) {
        return this == OFF || text.isBlank() ? text : "\u001B[" + code + "m" + text + RESET;
    }
}
