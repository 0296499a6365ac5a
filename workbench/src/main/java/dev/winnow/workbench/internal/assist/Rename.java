package dev.winnow.workbench.internal.assist;

import dev.winnow.model.source.Message;
import dev.winnow.workbench.internal.assist.Diagnostic.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A change of a name.
 *
 * @param old the name as it is written
 * @param name the new name
 */
public record Rename(String old, String name) {

    /**
     * Returns the texts of the files with the name replaced; null if a place has another text.
     *
     * @param texts the text of a file; null if there is none
     */
    public @Nullable Map<String, String> applied(
            Collection<Location> places, Function<String, @Nullable String> texts) {
        Map<String, String> changed = new TreeMap<>();
        List<Location> lastFirst = places.stream()
                .sorted(Comparator.comparing((Location place) -> place.span().line())
                        .thenComparing(place -> place.span().start())
                        .reversed())
                .toList();
        for (Location place : lastFirst) {
            String known = changed.get(place.file());
            String text = known != null ? known : texts.apply(place.file());
            int at = text == null
                    ? -1
                    : Span.offset(text, place.span().line(), place.span().start());
            if (text == null || at < 0 || !text.startsWith(old, at)) {
                return null;
            }
            changed.put(place.file(), text.substring(0, at) + name + text.substring(at + old.length()));
        }
        return changed;
    }

    /**
     * Returns the reason for not renaming, from the diagnostics without and with the new name; null if there is none.
     *
     * @param subject the files renamed in, as the message names them: {@code the pack}
     */
    @Nullable
    Message obstacle(Message subject, List<Diagnostic> before, List<Diagnostic> after) {
        List<String> expected = shown(before, true);
        if (shown(after, false).equals(expected)) {
            return null;
        }
        List<String> known = new ArrayList<>(expected);
        for (Diagnostic one : after) {
            if (!known.remove(shown(one)) && one.severity() == Severity.ERROR) {
                return Message.of("`%s` cannot be renamed to `%s`: %s", old, name, one.what());
            }
        }
        return Message.of("renaming `%s` to `%s` would change the meaning of %s", old, name, subject);
    }

    /** The diagnostics without columns, which depend on the length of a name. */
    private List<String> shown(List<Diagnostic> diagnostics, boolean renamed) {
        Pattern word = Pattern.compile("(?<![\\w-])" + Pattern.quote(old) + "(?![\\w-])");
        return diagnostics.stream()
                .map(one -> renamed ? word.matcher(shown(one)).replaceAll(Matcher.quoteReplacement(name)) : shown(one))
                .sorted()
                .toList();
    }

    private static String shown(Diagnostic one) {
        return one.file() + ":" + one.span().line() + ": " + one.code() + " " + one.what();
    }
}
