package dev.winnow.serve.internal;

import dev.winnow.web.internal.Operation;
import java.util.List;

/** A part of the workbench: usually a view and the operations that its script uses. Thread-safe. */
interface Part {

    List<Operation> operations();

    /** Ends its work in the background. */
    default void close() {}
}
