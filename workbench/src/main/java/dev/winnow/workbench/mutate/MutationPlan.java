package dev.winnow.workbench.mutate;

import dev.winnow.language.syntax.PackRule;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which rules are changed, and how fast.
 *
 * @param filter changes those whose id or criterion holds this text, whatever the case of its letters; a {@code *} stands
 *     for anything, and such a filter must match the whole; null for all
 * @param threads how many rules are worked on at once; results do not hang on it
 * @param progress is told of each rule that is done, by any thread
 */
public record MutationPlan(@Nullable String filter, int threads, Progress progress) {

    /** All rules, on all processors. */
    public static final MutationPlan ALL =
            new MutationPlan(null, Runtime.getRuntime().availableProcessors(), (done, all) -> {});

    /** Is told how far the work has come. */
    @FunctionalInterface
    public interface Progress {

        /** So many rules of all are done. */
        void done(int done, int all);
    }

    boolean chooses(PackRule rule) {
        if (filter == null) {
            return true;
        }
        String wanted = filter.toLowerCase(Locale.ROOT);
        return Stream.of(rule.id(), rule.criterion())
                .anyMatch(text -> wanted.contains("*") ? matches(text, wanted) : text.contains(wanted));
    }

    private static boolean matches(String text, String wanted) {
        return text.matches(
                Stream.of(wanted.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }
}
