package dev.winnow.language.syntax;

/** Leaves the rule being read; what is wrong has been reported. */
final class SyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SyntaxException(String message) {
        super(message, null, false, false);
    }
}
