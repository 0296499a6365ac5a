package dev.winnow.engine.oracle;

/** Arithmetic on known numbers as winnow defines it: a difference is at least 0, and a quotient by 0 is 0. */
public final class PlainArithmetic {

    private PlainArithmetic() {}

    public static Double plus(Number left, Number right) {
        return left.doubleValue() + right.doubleValue();
    }

    /** The difference, at least 0. */
    public static Double minus(Number left, Number right) {
        return Math.max(0, left.doubleValue() - right.doubleValue());
    }

    public static Double times(Number left, Number right) {
        return left.doubleValue() * right.doubleValue();
    }

    /** The quotient; 0 if {@code whole} is 0. */
    public static Double over(Number part, Number whole) {
        return whole.doubleValue() == 0 ? 0 : part.doubleValue() / whole.doubleValue();
    }
}
