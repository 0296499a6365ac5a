package dev.winnow.spring;

/**
 * Thrown if an answer fails after its first part was sent. It is not handled, so that the server closes the connection
 * and the client sees that the answer is incomplete.
 */
final class CutAnswerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CutAnswerException(RuntimeException cause) {
        super("An answer was cut: " + cause.getMessage(), cause);
    }
}
