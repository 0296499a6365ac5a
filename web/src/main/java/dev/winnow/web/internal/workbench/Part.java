package dev.winnow.web.internal.workbench;

import dev.winnow.web.internal.Operation;
import java.util.List;

/** A part of the workbench: usually a view and the operations that its script uses. Thread-safe. */
public interface Part {

    List<Operation> operations();

    /** Ends its work in the background. */
    default void close() {}
}
