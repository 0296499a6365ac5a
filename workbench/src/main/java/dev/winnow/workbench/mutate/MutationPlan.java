package dev.winnow.workbench.mutate;

import dev.winnow.language.syntax.PackRule;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
        if (filter == null) {
            return true;
        }
        String wanted = filter.toLowerCase(Locale.ROOT);
        return Stream.concat(Stream.of(rule.id()), rule.groups().stream())
                .anyMatch(text -> wanted.contains("*") ? matches(text, wanted) : text.contains(wanted));
    }

    private static boolean matches(String text, String wanted) {
        return text.matches(
                Stream.of(wanted.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }
}
