package dev.winnow.spark;

/** Thrown by a task if its executor cannot use the pack or universe that the driver has checked. */
final class UnusableOnExecutorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Prefix by which the message is found in Spark's report of a failed job. */
    static final String BEGIN = "The executor cannot use what the driver sent: ";

    UnusableOnExecutorException(String why) {
        super(BEGIN + why);
    }
}
