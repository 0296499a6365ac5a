package dev.winnow.language.syntax;

import dev.winnow.model.source.Message;

/**
 * One word of a rule file.
 *
 * @param kind what sort of word
 * @param text its text; for a quoted text what is between the quotes
 * @param spot where it stands
 */
public record Token(Kind kind, String text, TokenPosition spot) {

    public enum Kind {
        NAME,
        VARIABLE,
        TEXT,
        NUMBER,
        SIGN,
        /** What is no token at all; its mistake has been told. */
        BROKEN,
        END
    }

    public boolean is(String word) {
        return kind != Kind.TEXT && text.equals(word);
    }

    /** As an author would recognise it. */
    Message shown() {
        return switch (kind) {
            case TEXT -> Message.of("the text \"%s\"", cut());
            case END -> Message.of("the end of the file");
            default -> Message.of("`%s`", cut());
        };
    }

    private String cut() {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
