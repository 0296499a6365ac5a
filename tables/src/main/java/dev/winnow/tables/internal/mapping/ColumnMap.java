package dev.winnow.tables.internal.mapping;

import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a column of a layout gives.
 *
 * @param targets the properties that it gives, each perhaps with its unit in brackets; {@link Mapping#NOTHING} to leave the
 *     column out; none if only its values are mapped
 * @param unit the unit of its numbers; null if that stands with the target, or nowhere
 * @param words what its values stand for
 * @param split what parts the items of a list in its cells; null for what parts them in every table
 * @param confirmed whether the targets count; proposals do not until their {@code confirm} is taken away
 * @param note a remark for readers, such as the reason of a proposal; null if there is none
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
     * A column of a mapping to begin with.
     *
     * @param confirmed whether the target counts
     * @param proposed what values may stand for, which does not count
     * @param why the reasons of what is proposed; null if nothing is
     */
    public static ColumnMap draft(
            String target, boolean confirmed, Map<String, String> proposed, @Nullable String why) {
        Map<String, Word> words = new LinkedHashMap<>();
        proposed.forEach((text, word) -> words.put(text, new Word(Node.scalar(DRAFT, word), false)));
        return new ColumnMap(List.of(Node.scalar(DRAFT, target)), null, words, null, confirmed, why);
    }

    /** The targets as they are written on the command line, with the unit in brackets. */
    public List<String> meanings() {
        return targets.stream()
                .map(target -> target.text().strip()
                        + (unit == null ? "" : " [" + unit.text().strip() + "]"))
                .toList();
    }

    /** This with what another says, which takes precedence. */
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
