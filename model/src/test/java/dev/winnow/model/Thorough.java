package dev.winnow.model;

/**
 * How many random cases a test draws: enough to find any mistake that is planted, so that a build is quick; or, with {@code
 * -Dwinnow.thorough=true}, as many as anybody has time for.
 */
public final class Thorough {

    private static final boolean ON = Boolean.getBoolean("winnow.thorough");

    private Thorough() {}

    /** {@return how many cases are drawn by default, or else where all are asked for} */
    public static int count(int usual, int thorough) {
        return ON ? thorough : usual;
    }
}
