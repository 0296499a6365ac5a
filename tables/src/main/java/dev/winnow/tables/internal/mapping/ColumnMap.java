package dev.winnow.tables.internal.mapping;

import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The mapping of a column.
 *
 * @param targets the properties that it gives, optionally with a unit in brackets; {@link Mapping#NOTHING} to leave the
 *     column out; empty if only its values are mapped
 * @param unit unit of its numbers; null if the target includes it, or if there is none
 * @param words meanings of its values
 * @param split separator of list items; null for the usual separators
 * @param confirmed whether the targets count; proposals do not count until {@code confirm} is removed
 * @param note remark for readers, such as the reason of a proposal; null if there is none
 */
public record ColumnMap(
        List<Node> targets,
        @Nullable Node unit,
        Map<String, Word> words,
        @Nullable String split,
        boolean confirmed,
        @Nullable String note) {

    static final Place DRAFT = Place.file("--learn");

    public ColumnMap {
        targets = List.copyOf(targets);
        words = RecordMap.copy(words);
    }

    static ColumnMap of(Node target) {
        return new ColumnMap(List.of(target), null, Map.of(), null, true, null);
    }

    /**
     * A column of a draft.
     *
     * @param confirmed whether the target counts
     * @param proposed unconfirmed meanings of values
     * @param why reasons of the proposals; null if there are none
     */
    public static ColumnMap draft(
            String target, boolean confirmed, Map<String, String> proposed, @Nullable String why) {
        Map<String, Word> words = new LinkedHashMap<>();
        proposed.forEach((text, word) -> words.put(text, new Word(Node.scalar(DRAFT, word), false)));
        return new ColumnMap(List.of(Node.scalar(DRAFT, target)), null, words, null, confirmed, why);
    }

    /** The targets in the form of the command line, with the unit in brackets. */
    public List<String> meanings() {
        return targets.stream()
                .map(target -> target.text().strip()
                        + (unit == null ? "" : " [" + unit.text().strip() + "]"))
                .toList();
    }

    /** This mapping combined with another one, which takes precedence. */
    ColumnMap and(ColumnMap other) {
        boolean told = !other.targets.isEmpty();
        return new ColumnMap(
                told ? other.targets : targets,
                told ? other.unit : unit,
                Mapping.both(words, other.words),
                other.split == null ? split : other.split,
                told ? other.confirmed : confirmed,
                other.note == null ? note : other.note);
    }
}
