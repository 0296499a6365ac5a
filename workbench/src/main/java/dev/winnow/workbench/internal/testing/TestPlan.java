package dev.winnow.workbench.internal.testing;

import dev.winnow.language.internal.pack.WorkedExample;
import dev.winnow.model.source.Internal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a test run.
 *
 * @param filter selects cases whose rule, table, criterion or sentence contains this text, ignoring case; a {@code *}
 *     matches any text, and the whole must then match; null for all
 * @param failFast whether to stop at the first failure
 */
public record TestPlan(@Nullable String filter, boolean failFast) {

    /** All cases, without stopping at a failure. */
    public static final TestPlan ALL = new TestPlan(null, false);

    /** @param groups the groups of the rule: its criterion, and its table if it is a row */
    boolean chooses(WorkedExample example, List<String> groups) {
        return filter == null
                || matches(filter, Stream.concat(Stream.of(example.rule(), example.sentence()), groups.stream()));
    }

    /**
     * {@return whether any text contains a filter, ignoring case, or matches it as a whole if it contains a {@code *}}
     *
     * @param filter the filter
     * @param texts the texts
     */
    @Internal
    public static boolean matches(String filter, Stream<String> texts) {
        String glob = Stream.of(filter.toLowerCase(Locale.ROOT).split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
        Pattern wanted = Pattern.compile(filter.contains("*") ? glob : ".*" + glob + ".*", Pattern.DOTALL);
        return texts.anyMatch(
                text -> wanted.matcher(text.toLowerCase(Locale.ROOT)).matches());
    }
}
