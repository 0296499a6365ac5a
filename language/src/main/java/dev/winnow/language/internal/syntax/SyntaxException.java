package dev.winnow.language.internal.syntax;

/** Thrown to abandon the current rule after its mistake is reported. */
final class SyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SyntaxException(String message) {
        super(message, null, false, false);
    }
}
