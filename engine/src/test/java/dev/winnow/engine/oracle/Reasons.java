package dev.winnow.engine.oracle;

import dev.winnow.model.value.RatingLevels;
import dev.winnow.model.value.StartOfList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Fills the placeholders of a reason. */
final class Reasons {

    private Reasons() {}

    /** @param names names by id, for things that reasons call by name */
    static String fill(String text, List<? extends @Nullable Object> arguments, Map<String, String> names) {
        StringBuilder filled = new StringBuilder();
        int from = 0;
        for (Object argument : arguments) {
            int place = text.indexOf("%s", from);
            filled.append(text, from, place).append(show(argument, names));
            from = place + 2;
        }
        return filled.append(text.substring(from)).toString();
    }

    private static String show(@Nullable Object value, Map<String, String> names) {
        if (value == null || (value instanceof Range range && RatingLevels.isUnknown(range.stated()))) {
            return "an unknown";
        }
        if (value instanceof Boolean flag) {
            return flag ? "yes" : "no";
        }
        if (value instanceof Collection<?> list && list.isEmpty()) {
            return StartOfList.mayHoldMore(list) ? "an unknown" : "none";
        }
        return value instanceof Collection<?> list
                ? list.stream()
                        .map(one -> names.getOrDefault(String.valueOf(one), String.valueOf(one)))
                        .collect(Collectors.joining(", ", "", StartOfList.mayHoldMore(list) ? ", perhaps more" : ""))
                : names.getOrDefault(value.toString(), value.toString());
    }
}
