package dev.winnow.model.result;

/** The effect of a rule that holds. */
public enum Effect {
    /** Adds points to its criterion. */
    AWARD("award", Bearing.SCORE, 1, 4),
    /** Stops the candidate before the score counts. */
    KNOCK_OUT("knock-out", Bearing.VERDICT, -1, 1),
    /** Asks for a human decision; the verdict is HOLD at best. */
    RED_FLAG("red flag", Bearing.VERDICT, -1, 2),
    /** Limits another criterion. */
    CAP("cap", Bearing.SCORE, -1, 3),
    /** Reports the reason; adds no points. */
    NOTE("note", Bearing.NOTHING, 0, 6),
    /** Advises a district. */
    SUGGEST("suggestion", Bearing.NOTHING, 0, 5);

    /** The part of the result that an effect changes. */
    public enum Bearing {
        /** The verdict, independent of the score. */
        VERDICT,
        SCORE,
        /** Neither verdict nor score. */
        NOTHING
    }

    private final String words;
    private final Bearing bearing;
    private final int tendency;
    private final int place;

    Effect(String words, Bearing bearing, int tendency, int place) {
        this.words = words;
        this.bearing = bearing;
        this.tendency = tendency;
        this.place = place;
    }

    /** The name of the effect within a sentence, in English. */
    public String words() {
        return words;
    }

    /** The part of the result that it changes. */
    public Bearing bearing() {
        return bearing;
    }

    /** 1 if it favours the candidate, −1 if it counts against it, 0 if neither. */
    public int tendency() {
        return tendency;
    }

    /** Its position in the order of importance, from 1: effects on the verdict come first, effects on nothing last. */
    public int place() {
        return place;
    }

    /** Whether it awards points; for other effects, points and share have no meaning. */
    public boolean hasPoints() {
        return this == AWARD;
    }

    /** Whether it stops the candidate. */
    public boolean stops() {
        return this == KNOCK_OUT;
    }

    /** Whether it limits a criterion. */
    public boolean limits() {
        return this == CAP;
    }
}
