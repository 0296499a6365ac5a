package dev.winnow.serve.internal;

import dev.winnow.web.internal.Operation;

/** Receives the unexpected failures of operations, which the browser is told of without details. Thread-safe. */
@FunctionalInterface
public interface FailureLog {

    void failed(Operation operation, Throwable failure);
}
