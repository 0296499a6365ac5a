package dev.winnow.spark;

/** Thrown by a task where its executor cannot use the pack or universe that the driver could. */
final class UnusableOnExecutorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** By which the message is found in what Spark says of a job that failed. */
    static final String BEGIN = "The executor cannot use what the driver sent: ";

    UnusableOnExecutorException(String why) {
        super(BEGIN + why);
    }
}
