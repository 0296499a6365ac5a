package dev.winnow.analysis.internal.agreement;

/** Fisher's F distribution. The degrees of freedom need not be whole numbers. */
final class FDistribution {

    /** Halvings of the search for a quantile; more than a double can tell apart. */
    private static final int HALVINGS = 200;

    /** Maximum number of terms of a continued fraction; some dozens are needed. */
    private static final int TERMS = 10_000;

    private static final double PRECISION = 1e-15;
    private static final double TINY = 1e-300;

    /** Coefficients of the logarithm of the gamma function by C. Lanczos, 1964, for g = 5 with six terms. */
    private static final double[] LANCZOS = {
        76.18009172947146,
        -86.50532032941678,
        24.01409824083091,
        -1.231739572450155,
        0.1208650973866179e-2,
        -0.5395239384953e-5
    };

    private FDistribution() {}

    /** Returns the value that a variable with these degrees of freedom does not exceed with a probability. */
    static double quantile(double probability, double above, double below) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < HALVINGS; i++) { // x is the share above·F / (above·F + below), which is Beta-distributed
            double middle = (low + high) / 2;
            if (beta(middle, above / 2, below / 2) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return below * low / (above * (1 - low));
    }

    /** Returns the value that Student's t exceeds in absolute value with a probability of 5 %. */
    static double student(double freedom) {
        return Math.sqrt(quantile(0.95, 1, freedom));
    }

    /** The regularised incomplete beta function (M. Abramowitz and I. Stegun, 1964, 26.5.8). */
    private static double beta(double x, double a, double b) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        double front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
        return x < (a + 1) / (a + b + 2) ? front * fraction(x, a, b) / a : 1 - front * fraction(1 - x, b, a) / b;
    }

    private static double fraction(double x, double a, double b) {
        double c = 1;
        double d = 1 / nonZero(1 - (a + b) * x / (a + 1));
        double value = d;
        for (int m = 1; m < TERMS; m++) {
            double even = m * (b - m) * x / ((a + 2.0 * m - 1) * (a + 2.0 * m));
            d = 1 / nonZero(1 + even * d);
            c = nonZero(1 + even / c);
            value *= c * d;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1));
            d = 1 / nonZero(1 + odd * d);
            c = nonZero(1 + odd / c);
            value *= c * d;
            if (Math.abs(c * d - 1) < PRECISION) {
                break;
            }
        }
        return value;
    }

    private static double nonZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    private static double logGamma(double x) {
        double shifted = x + 5.5;
        double sum = 1.000000000190015;
        for (int i = 0; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (x + i + 1);
        }
        return (x + 0.5) * Math.log(shifted) - shifted + Math.log(2.5066282746310007 * sum / x);
    }
}
