package dev.winnow.spark;

import dev.winnow.model.source.Message;
import dev.winnow.report.i18n.Wording;
import java.io.FileNotFoundException;
import java.util.Map;
import org.apache.spark.SparkThrowable;
import org.jspecify.annotations.Nullable;

/** Summarizes a Spark failure in a sentence; Spark's own messages contain stack traces of executors. */
final class SparkFailure {

    private SparkFailure() {}

    /** Returns the reason of a failure, without a stack trace. */
    static String words(Throwable failure, Wording wording) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String told = String.valueOf(cause.getMessage());
            int own = told.indexOf(UnusableOnExecutorException.BEGIN);
            if (own >= 0) {
                return beforeTrace(told.substring(own));
            }
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String path = unreadable(cause);
            if (path != null) {
                return path + ": "
                        + wording.say(Message.of("the file cannot be read and may be incomplete; nothing was written"));
            }
        }
        if (failure instanceof FileNotFoundException) {
            return String.valueOf(failure.getMessage());
        }
        return beforeTrace(String.valueOf(failure.getMessage()));
    }

    /** Whether the input caused the failure, and not the cluster. */
    static boolean isOfInput(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (unreadable(cause) != null || cause instanceof FileNotFoundException) {
                return true;
            }
            String condition = cause instanceof SparkThrowable spark ? spark.getCondition() : null;
            if (condition != null && (condition.startsWith("PATH_") || condition.startsWith("TABLE_OR_VIEW"))) {
                return true;
            }
        }
        return false;
    }

    /** Returns the file that could not be read; null if the failure has another cause. */
    private static @Nullable String unreadable(Throwable cause) {
        if (cause instanceof SparkThrowable spark) {
            String condition = spark.getCondition();
            if (condition != null && (condition.startsWith("FAILED_READ_FILE") || condition.contains("READ_FOOTER"))) {
                Map<String, String> parameters = spark.getMessageParameters();
                return parameters.getOrDefault("path", parameters.getOrDefault("file", "a file"));
            }
        }
        return null;
    }

    private static String beforeTrace(String message) {
        int trace = message.indexOf("\n\tat ");
        String told = trace < 0 ? message : message.substring(0, trace);
        int driver = told.indexOf("\n\nDriver stacktrace");
        return (driver < 0 ? told : told.substring(0, driver)).strip();
    }
}
