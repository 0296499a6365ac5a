package dev.winnow.model.vocabulary;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.FigureText;
import dev.winnow.model.value.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the scale of a rating, and the declaration that a panel judges a fact. */
final class DeclaredScale {

    private static final String LEVELS = "levels";
    private static final String JUDGED = "judged";
    private static final String JUDGED_EXAMPLE = "judged: {by: panel, at-least: 3, take: spread}";

    private final Node declaration;
    private final Message what;
    private final @Nullable DeclaredType type;
    private final boolean ofRow;
    private final List<Problem> wrong;

    /**
     * Creates a reader of one declaration.
     *
     * @param what its name in messages
     * @param type its type; null if it could not be read
     * @param ofRow whether it declares a property of the rows of a list
     */
    DeclaredScale(Node declaration, Message what, @Nullable DeclaredType type, boolean ofRow, List<Problem> wrong) {
        this.declaration = declaration;
        this.what = what;
        this.type = type;
        this.ofRow = ofRow;
        this.wrong = wrong;
    }

    /**
     * Returns the scale of a rating; null for other types, and if it has a problem.
     *
     * @param names the display names of its levels
     * @param synonyms their further names
     */
    @Nullable
    Scale scale(Map<String, LocalName> names, Map<String, List<String>> synonyms) {
        DeclaredType.Rating rating = type == null ? null : type.rating();
        Node said = declaration.get(LEVELS);
        if (rating == null) {
            if (said != null && type != null) {
                wrong.add(said.problem(Message.of("`%s` is only for `%s` facts", LEVELS, "rating")));
            }
            return null;
        }
        if (ofRow) {
            wrong.add(Objects.requireNonNull(declaration.get("is"))
                    .problem(
                            Message.of("only facts of projects and cities can be ratings"),
                            Message.of("use `%s` or `%s`", "number", "one of […]")));
            return null;
        }
        int before = wrong.size();
        Node map = declaration.map(LEVELS, wrong);
        if (said == null && !isFlawed(LEVELS)) {
            wrong.add(declaration.problem(
                    Message.of("%s needs `%s`", what, LEVELS),
                    Message.of(
                            "describe every level in English and Chinese: `%s`",
                            LEVELS + ": {" + rating.names().get(0) + ": {en: …, zh: …}, …}")));
        }
        Map<String, LocalName> described = map == null ? Map.of() : described(map, rating);
        if (wrong.size() > before || map == null) {
            return null;
        }
        List<Scale.Level> levels = new ArrayList<>();
        for (int i = 0; i < rating.names().size(); i++) {
            String key = rating.names().get(i);
            levels.add(new Scale.Level(
                    rating.lowest() + i,
                    rating.named() ? key : null,
                    names.get(key),
                    synonyms.getOrDefault(key, List.of()),
                    Objects.requireNonNull(described.get(key))));
        }
        return new Scale(rating.lowest(), rating.lowest() + levels.size() - 1, levels);
    }

    private boolean isFlawed(String key) {
        Node.Field field = declaration.fields().get(key);
        return field != null && field.value().flawed();
    }

    /** Returns the descriptions of all levels by name; incomplete if there are problems. */
    private Map<String, LocalName> described(Node map, DeclaredType.Rating rating) {
        Map<String, LocalName> described = new HashMap<>();
        for (Node.Field field : map.each()) {
            String level = field.key();
            if (!rating.names().contains(level)) {
                wrong.add(field.problem(
                        Message.of("`%s` is not a level of `%s`", DeclaredNames.shown(level), "is"),
                        Nearest.oneOf(level, rating.names())));
                continue;
            }
            int before = wrong.size();
            LocalName description = Labels.local(map, level, VocabularyKeys.LONGEST_NOTE, wrong);
            if (description == null) {
                if (wrong.size() == before && !field.value().flawed()) {
                    wrong.add(undescribed(map, level));
                }
            } else if (description.english() == null || description.chinese() == null) {
                wrong.add(field.problem(
                        Message.of("the level `%s` needs a description in English and Chinese", level),
                        Message.of("did you mean `%s`?", level + ": {en: …, zh: …}")));
            } else {
                described.put(level, description);
            }
        }
        rating.names().stream()
                .filter(level -> !map.fields().containsKey(level))
                .forEach(level -> wrong.add(undescribed(map, level)));
        return described;
    }

    private static Problem undescribed(Node map, String level) {
        return map.problem(
                Message.of("the level `%s` has no description", level),
                Message.of("did you mean `%s`?", level + ": {en: …, zh: …}"));
    }

    /**
     * Returns the use of the judgements of a panel; null if there is none, or one with a problem.
     *
     * @param unit the declared unit of a number; null if there is none
     */
    @Nullable
    Judged judged(@Nullable Unit unit) {
        Node said = declaration.get(JUDGED);
        if (said == null || type == null) {
            return null;
        }
        boolean words = type.kind() == Component.Kind.TEXT && !type.words().isEmpty();
        boolean flag = type.kind() == Component.Kind.FLAG;
        if (ofRow || (!flag && !words && type.kind() != Component.Kind.FIGURE)) {
            wrong.add(said.problem(
                    Message.of("a panel cannot judge this fact"),
                    ofRow
                            ? Message.of("a panel judges facts of projects and cities, not rows of lists")
                            : Message.of(
                                    "a panel judges %s",
                                    Message.names(
                                            List.of("rating …", "yes/no", "number", "share", "money", "one of […]")))));
            return null;
        }
        if (!said.isMap()) {
            wrong.add(said.problem(
                    Message.of(
                            "`%s` must have keys, found %s", JUDGED, said.kind().words()),
                    Message.of("did you mean `%s`?", JUDGED_EXAMPLE)));
            return null;
        }
        int before = wrong.size();
        said.allow(Message.of("`%s`", JUDGED), VocabularyKeys.JUDGED, wrong);
        String by = said.optionalText("by", wrong);
        Node byNode = said.get("by");
        if (by != null && byNode != null && !by.equals("panel")) {
            wrong.add(byNode.problem(
                    Message.of("only a panel can judge a fact, not `%s`", by),
                    Message.of("did you mean `%s`?", "panel")));
        }
        Take take = take(said, takes(words, flag));
        int atLeast = atLeast(said);
        Amount outlier = outlier(said, words ? "one of […]" : flag ? "yes/no" : null, unit);
        return wrong.size() > before || take == null ? null : new Judged(atLeast, take, outlier);
    }

    /** Returns the ways to combine judgements of a type: words have no order, figures no majority. */
    private static List<Take> takes(boolean words, boolean flag) {
        return words
                ? List.of(Take.SPREAD, Take.MAJORITY)
                : Arrays.stream(Take.values())
                        .filter(one -> flag || one != Take.MAJORITY)
                        .toList();
    }

    private @Nullable Take take(Node said, List<Take> takes) {
        String text = said.optionalText("take", wrong);
        Node at = said.get("take");
        List<String> ids = takes.stream().map(Take::id).toList();
        if (text == null || at == null) {
            if (!said.flawed() && at == null) {
                wrong.add(said.problem(Message.of("`%s` needs `%s`", JUDGED, "take"), Nearest.oneOf("", ids)));
            }
            return null;
        }
        if (!ids.contains(text)) {
            wrong.add(at.problem(Message.of("unknown way `%s` to combine judgements", text), Nearest.oneOf(text, ids)));
            return null;
        }
        return Take.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private int atLeast(Node said) {
        String text = said.optionalText("at-least", wrong);
        Node at = said.get("at-least");
        if (text == null || at == null) {
            return Judged.USUAL;
        }
        if (!text.matches("[0-9]{1,4}")
                || Integer.parseInt(text) < 1
                || Integer.parseInt(text) > VocabularyKeys.MOST_JUDGEMENTS) {
            wrong.add(at.problem(
                    Message.of("`%s` is not a number of judgements", text),
                    Message.of("use a whole number from 1 to %s", VocabularyKeys.MOST_JUDGEMENTS)));
            return Judged.USUAL;
        }
        return Integer.parseInt(text);
    }

    /** @param unordered the type, if its values have no distance; null otherwise */
    private @Nullable Amount outlier(Node said, @Nullable String unordered, @Nullable Unit unit) {
        String text = said.optionalText("outlier", wrong);
        Node at = said.get("outlier");
        if (text == null || at == null || type == null) {
            return null;
        }
        if (unordered != null) {
            wrong.add(at.problem(Message.of("a `%s` fact has no `%s`", unordered, "outlier"), Message.of("remove it")));
            return null;
        }
        boolean parts = !Unit.NUMBER.equals(type.unit());
        Figure distance = FigureText.parse(text, parts ? Unit.SHARE : unit == null ? Unit.NUMBER : unit, null)
                .figure();
        boolean whole = type.rating() == null || text.matches("[0-9]+");
        if (distance == null || !distance.isExact() || distance.low().isZero() || !whole) {
            wrong.add(at.problem(
                    Message.of("`%s` is not a distance from the median", text),
                    parts
                            ? Message.of("use a share such as `%s`", "20 %")
                            : type.rating() != null
                                    ? Message.of("use a number of levels such as `%s`", "2")
                                    : Message.of("use a number above 0")));
            return null;
        }
        return distance.low();
    }
}
