package dev.winnow.workbench.testing;

import dev.winnow.language.pack.WorkedExample;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which worked examples are run, and how.
 *
 * @param filter runs those whose rule, criterion or sentence holds this text, whatever the case of its letters; a {@code *}
 *     stands for anything, and such a filter must match the whole; null for all
 * @param failFast whether to stop at the first that fails
 * @param compiled whether the compiled rules judge, which are those that screen; else the walker, which needs no compiling
 *     and comes to the same
 */
public record TestPlan(@Nullable String filter, boolean failFast, boolean compiled) {

    /** All of them, to the end, on the compiled rules. */
    public static final TestPlan ALL = new TestPlan(null, false, true);

    boolean chooses(WorkedExample example, String criterion) {
        if (filter == null) {
            return true;
        }
        String wanted = filter.toLowerCase(Locale.ROOT);
        return Stream.of(example.rule(), criterion, example.sentence())
                .map(text -> text.toLowerCase(Locale.ROOT))
                .anyMatch(text -> wanted.contains("*") ? matches(text, wanted) : text.contains(wanted));
    }

    private static boolean matches(String text, String wanted) {
        String glob = Stream.of(wanted.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(glob, Pattern.DOTALL).matcher(text).matches();
    }
}
