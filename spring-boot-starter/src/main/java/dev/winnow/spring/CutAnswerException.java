package dev.winnow.spring;

/**
 * Thrown where an answer cannot be ended that was begun. Nothing handles it, so that the server closes the connection and the client
 * learns that the answer is not whole.
 */
final class CutAnswerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CutAnswerException(RuntimeException cause) {
        super("An answer was cut: " + cause.getMessage(), cause);
    }
}
