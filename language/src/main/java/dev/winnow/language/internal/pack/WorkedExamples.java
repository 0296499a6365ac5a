package dev.winnow.language.internal.pack;

import dev.winnow.model.source.Problem;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The worked examples of a pack, read when they are first asked for: a screening does not need them, and reading them
 * takes longer than everything else that it reads. Thread-safe.
 */
public final class WorkedExamples {

    /** Examples of a pack without any. */
    public static final WorkedExamples NONE = of(List.of(), List.of());

    /**
     * Examples that were read.
     *
     * @param list the examples in the order of the files
     * @param lacking problems of rules that lack examples
     */
    public record Read(List<WorkedExample> list, List<Problem> lacking) {

        public Read {
            list = List.copyOf(list);
            lacking = List.copyOf(lacking);
        }
    }

    private @Nullable Supplier<Read> reading;
    private @Nullable Read read;

    private WorkedExamples(@Nullable Supplier<Read> reading, @Nullable Read read) {
        this.reading = reading;
        this.read = read;
    }

    /** Creates examples that were read. */
    public static WorkedExamples of(List<WorkedExample> list, List<Problem> lacking) {
        return new WorkedExamples(null, new Read(list, lacking));
    }

    /** Creates examples that are read on first use. */
    public static WorkedExamples onFirstUse(Supplier<Read> reading) {
        return new WorkedExamples(reading, null);
    }

    /**
     * Returns the examples.
     *
     * @throws dev.winnow.language.PackException if they have problems
     */
    public synchronized Read read() {
        Read ready = read;
        if (ready == null) {
            ready = Objects.requireNonNull(reading, "reading").get();
            read = ready;
            reading = null;
        }
        return ready;
    }
}
