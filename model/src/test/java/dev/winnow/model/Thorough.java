package dev.winnow.model;

/**
 * The number of random cases of a test: by default as many as find every planted mistake in a quick build, with {@code
 * -Dwinnow.thorough=true} many more.
 */
public final class Thorough {

    private static final boolean ON = Boolean.getBoolean("winnow.thorough");

    private Thorough() {}

    /** {@return the number of cases: the usual one, or the thorough one if requested} */
    public static int count(int usual, int thorough) {
        return ON ? thorough : usual;
    }
}
