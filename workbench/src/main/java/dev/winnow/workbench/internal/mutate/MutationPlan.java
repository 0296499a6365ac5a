package dev.winnow.workbench.internal.mutate;

import dev.winnow.language.internal.syntax.PackRule;
import dev.winnow.workbench.internal.testing.TestPlan;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a mutation test.
 *
 * @param filter selects rules whose id, table or criterion contains this text, ignoring case; a {@code *} matches any
 *     text, and the whole must then match; null for all
 * @param threads the number of rules tested at the same time, which does not affect results
 * @param progress called after each rule, from any thread
 */
public record MutationPlan(@Nullable String filter, int threads, Progress progress) {

    /** All rules, on all processors. */
    public static final MutationPlan ALL =
            new MutationPlan(null, Runtime.getRuntime().availableProcessors(), (done, all) -> {});

    /** Receives progress. */
    @FunctionalInterface
    public interface Progress {

        /**
         * Called after each rule.
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
