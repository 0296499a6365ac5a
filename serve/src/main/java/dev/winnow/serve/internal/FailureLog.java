package dev.winnow.serve.internal;

import dev.winnow.web.internal.Operation;

/** Receives the unexpected failures of operations. Their replies contain no details. Thread-safe. */
@FunctionalInterface
public interface FailureLog {

    void failed(Operation operation, Throwable failure);
}
