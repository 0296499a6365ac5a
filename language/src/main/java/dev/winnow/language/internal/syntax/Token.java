package dev.winnow.language.internal.syntax;

import dev.winnow.model.source.Message;

/**
 * A token of a rule file.
 *
 * @param kind the kind of token
 * @param text its text; for a quoted text, without the quotes
 * @param spot its position
 */
public record Token(Kind kind, String text, TokenPosition spot) {

    public enum Kind {
        NAME,
        VARIABLE,
        TEXT,
        NUMBER,
        SIGN,
        /** Text that is not a token; already reported. */
        BROKEN,
        END
    }

    public boolean is(String word) {
        return kind != Kind.TEXT && text.equals(word);
    }

    /** Returns the token as shown in messages. */
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
