package dev.winnow.papers.letter;

import dev.winnow.model.source.Message;

/** Thrown if there is nothing to write to an addressee. */
public final class NoLetter extends Exception {

    private static final long serialVersionUID = 1L;

    /** Kind of reason. */
    public enum Kind {
        /** No open question to the addressee decides anything. */
        NOTHING_TO_ASK,
        /** The letter would state a verdict, and the verdicts differ by city. */
        SEVERAL_VERDICTS,
        /** The decision is against the rules, and no reasons were written for the applicant. */
        NO_REASONS,
        /** A condition of the decision that is not stated as met was due before the date of the letter. */
        OVERDUE
    }

    private final Kind kind;
    private final transient Message what;

    NoLetter(Kind kind, Message what) {
        super(what.toString());
        this.kind = kind;
        this.what = what;
    }

    public Kind kind() {
        return kind;
    }

    /** Returns the reason. */
    public Message what() {
        return what;
    }
}
