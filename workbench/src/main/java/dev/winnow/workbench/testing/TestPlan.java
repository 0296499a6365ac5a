package dev.winnow.workbench.testing;

import dev.winnow.language.pack.WorkedExample;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a test run.
 *
 * @param filter selects cases whose rule, table, criterion or sentence contains this text, ignoring case; with a
 *     {@code *}, which stands for any text, it must match the whole; null for all
 * @param failFast whether to stop at the first failure
 */
public record TestPlan(@Nullable String filter, boolean failFast) {

    /** Runs all cases to the end. */
    public static final TestPlan ALL = new TestPlan(null, false);

    /** @param groups the names of what the rule belongs to: its criterion, and its table if it is a row */
    boolean chooses(WorkedExample example, List<String> groups) {
        if (filter == null) {
            return true;
        }
        String wanted = filter.toLowerCase(Locale.ROOT);
        return Stream.concat(Stream.of(example.rule(), example.sentence()), groups.stream())
                .map(text -> text.toLowerCase(Locale.ROOT))
                .anyMatch(text -> wanted.contains("*") ? matches(text, wanted) : text.contains(wanted));
    }

    private static boolean matches(String text, String wanted) {
        String glob = Stream.of(wanted.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(glob, Pattern.DOTALL).matcher(text).matches();
    }
}
