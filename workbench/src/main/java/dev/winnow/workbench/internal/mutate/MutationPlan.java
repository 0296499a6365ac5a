package dev.winnow.workbench.internal.mutate;

import dev.winnow.language.internal.syntax.PackRule;
import dev.winnow.workbench.internal.testing.TestPlan;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a mutation test.
 *
 * @param filter selects rules whose id, table or criterion contains this text, ignoring case; with a {@code *}, which stands
 *     for any text, it must match the whole; null for all
 * @param threads the number of rules tested at once, which does not affect results
 * @param progress is called for each rule that is done, from any thread
 */
public record MutationPlan(@Nullable String filter, int threads, Progress progress) {

    /** Tests all rules on all processors. */
    public static final MutationPlan ALL =
            new MutationPlan(null, Runtime.getRuntime().availableProcessors(), (done, all) -> {});

    /** Receives progress. */
    @FunctionalInterface
    public interface Progress {

        /**
         * Called when a number of all rules are done.
         *
         * @param done the number of rules done
         * @param all the number of rules to test
         */
        void done(int done, int all);
    }

    boolean chooses(PackRule rule) {
        return filter == null || TestPlan.matches(filter, Stream.concat(Stream.of(rule.id()), rule.groups().stream()));
    }
}
