package dev.winnow.model.universe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds things by what people call them. */
final class NamedThings {

    private NamedThings() {}

    /**
     * The id of the one with an id or name, or with that word in its name alone; null if there is none, or several.
     *
     * @param names their names by id
     */
    static @Nullable String find(String text, Map<String, String> names) {
        if (names.containsKey(text)) {
            return text;
        }
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        List<String> whole = new ArrayList<>();
        List<String> part = new ArrayList<>();
        names.forEach((id, name) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (id.toLowerCase(Locale.ROOT).equals(wanted) || lower.equals(wanted)) {
                whole.add(id);
            } else if (List.of(lower.split("\\s+")).contains(wanted)) {
                part.add(id);
            }
        });
        List<String> found = whole.isEmpty() ? part : whole;
        return found.size() == 1 ? found.get(0) : null;
    }
}
