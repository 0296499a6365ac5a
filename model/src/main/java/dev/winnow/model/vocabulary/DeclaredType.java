package dev.winnow.model.vocabulary;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.FigureText;
import dev.winnow.model.value.RatingLevels;
import dev.winnow.model.value.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The type of a declared property, as the key {@code is:} states it: {@code yes/no}, {@code number}, {@code share},
 * {@code money}, {@code years}, {@code date}, {@code text}, {@code one of [a, b]}, the id of an entry of the universe
 * such as {@code link}, {@code rating 1–5}, {@code rating [weak, strong]}, or {@code list of} texts, words or ids.
 *
 * @param kind the type of its value
 * @param unit the unit of a figure; null for other types
 * @param refers the list of the universe whose entries its texts name; null if there is none
 * @param words the closed list of its texts; empty if there is none
 * @param rating the levels of a rating; null for other types
 */
record DeclaredType(
        Component.Kind kind,
        @Nullable Unit unit,
        @Nullable String refers,
        List<String> words,
        @Nullable Rating rating) {

    /**
     * The levels of a rating as its type states them.
     *
     * @param named whether the levels are named; otherwise the names are their numbers
     */
    record Rating(int lowest, List<String> names, boolean named) {

        /** Returns the levels without display names. */
        RatingLevels levels() {
            return new RatingLevels(
                    lowest,
                    names.stream()
                            .map(name -> new RatingLevels.Level(named ? name : null, null, List.of()))
                            .toList());
        }
    }

    private static final String ONE_OF = "one of [";
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._ -]{0,39}");
    private static final int MOST_WORDS = 60;
    private static final String LIST_OF = "list of ";
    private static final String RATING = "rating";
    private static final String RATING_EXAMPLE = "rating 1–5";
    private static final Pattern RANGE = Pattern.compile("rating (\\d{1,4}) ?(?:[-–—~～至]|to) ?(\\d{1,4})");
    private static final Pattern NAMED = Pattern.compile("rating ?\\[(.*)]");
    private static final int MOST_LEVELS = 20;

    /** The lists of a universe whose entries texts can name, by the word for one entry. */
    private static final List<Map.Entry<String, String>> THINGS = List.of(
            Map.entry("link", "links"),
            Map.entry("end market", "endMarkets"),
            Map.entry("track", "tracks"),
            Map.entry("sub-track", "subTracks"),
            Map.entry("stage", "stages"),
            Map.entry("city", "cities"),
            Map.entry("firm", "firms"));

    private static final List<String> PLAIN = List.of(
            "yes/no",
            "number",
            "share",
            "money",
            "years",
            "date",
            "text",
            RATING_EXAMPLE,
            "link",
            "one of […]",
            "list of …");

    /** The names of the types in other languages and tools, for advice. */
    private static final Map<String, List<String>> ELSEWHERE = Map.of(
            RATING_EXAMPLE,
            List.of(RATING, "score", "grade", "level", "scale"),
            "yes/no",
            List.of("true/false", "boolean", "bool", "flag"),
            "share",
            List.of("percentage", "percent"),
            "number",
            List.of("integer", "decimal"),
            "money",
            List.of("amount", "currency"),
            "text",
            List.of("string"),
            "date",
            List.of("day"));

    static Message examples() {
        return Message.of("it is one of %s", Message.names(PLAIN));
    }

    /** Reads the value of {@code is:}; null if it is not a type, which is a problem. */
    static @Nullable DeclaredType parse(Node is, List<Problem> wrong) {
        if (!is.isScalar()) {
            wrong.add(is.problem(
                    Message.of("`%s` must be a text, not %s", "is", is.kind().words()),
                    is.isList() ? Message.of("did you mean `%s`?", "one of […]") : examples()));
            return null;
        }
        String text = is.text().strip().replaceAll("\\s+", " ");
        boolean list = text.startsWith(LIST_OF);
        String one = list ? text.substring(LIST_OF.length()).strip() : text;
        Component.Kind kind = list ? Component.Kind.TEXTS : Component.Kind.TEXT;
        if (one.startsWith(ONE_OF) && one.endsWith("]")) {
            List<String> words =
                    words(is, one.substring(ONE_OF.length(), one.length() - 1), "one of [small, large]", wrong);
            return words.isEmpty() ? null : new DeclaredType(kind, null, null, words);
        }
        if (!list && one.startsWith(RATING + " ")) {
            return rating(is, one, wrong);
        }
        if (one.equals("text") || (list && one.equals("texts"))) {
            return new DeclaredType(kind, null, null, List.of());
        }
        for (Map.Entry<String, String> thing : THINGS) {
            if (one.equals(thing.getKey()) || (list && one.equals(plural(thing.getKey())))) {
                return new DeclaredType(kind, null, thing.getValue(), List.of());
            }
        }
        DeclaredType plain = list ? null : plain(one);
        if (plain == null) {
            wrong.add(is.problem(Message.of("unknown type `%s` of a fact", text), advice(one, list)));
        }
        return plain;
    }

    private DeclaredType(Component.Kind kind, @Nullable Unit unit, @Nullable String refers, List<String> words) {
        this(kind, unit, refers, words, null);
    }

    private static @Nullable DeclaredType rating(Node is, String text, List<Problem> wrong) {
        Matcher range = RANGE.matcher(text);
        Matcher named = NAMED.matcher(text);
        int lowest = range.matches() ? Integer.parseInt(range.group(1)) : 1;
        List<String> names = new ArrayList<>();
        if (range.matches()) {
            int highest = Integer.parseInt(range.group(2));
            for (int level = lowest; level <= highest && names.size() <= MOST_LEVELS; level++) {
                names.add(String.valueOf(level));
            }
        } else if (named.matches()) {
            names.addAll(words(is, named.group(1), "rating [weak, adequate, strong]", wrong));
            if (names.isEmpty()) {
                return null;
            }
        } else {
            wrong.add(is.problem(
                    Message.of("unknown scale `%s` of a rating", text.substring(RATING.length() + 1)),
                    Message.of("did you mean `%s` or `%s`?", RATING_EXAMPLE, "rating [weak, adequate, strong]")));
            return null;
        }
        if (names.size() < 2 || names.size() > MOST_LEVELS) {
            wrong.add(is.problem(
                    Message.of("a rating has 2 to %s levels", MOST_LEVELS),
                    names.size() < 2
                            ? Message.of("did you mean `%s`?", RATING_EXAMPLE)
                            : Message.of("use fewer levels, or `%s` or `%s`", "number", "share")));
            return null;
        }
        for (String name : named.matches() ? names : List.<String>of()) {
            if (FigureText.parse(name, Unit.NUMBER, null).figure() != null) {
                wrong.add(is.problem(
                        Message.of("the name `%s` of a level is a number", name),
                        Message.of("did you mean `%s`?", RATING_EXAMPLE)));
                return null;
            }
        }
        return new DeclaredType(
                Component.Kind.FIGURE, Unit.NUMBER, null, List.of(), new Rating(lowest, names, named.matches()));
    }

    private static @Nullable DeclaredType plain(String text) {
        return switch (text) {
            case "yes/no" -> new DeclaredType(Component.Kind.FLAG, null, null, List.of());
            case "number", "years" -> new DeclaredType(Component.Kind.FIGURE, Unit.NUMBER, null, List.of());
            case "share" -> new DeclaredType(Component.Kind.FIGURE, Unit.SHARE, null, List.of());
            case "money" -> new DeclaredType(Component.Kind.FIGURE, Unit.MONEY, null, List.of());
            case "date" -> new DeclaredType(Component.Kind.DATE, null, null, List.of());
            default -> null;
        };
    }

    private static Message advice(String text, boolean list) {
        for (Map.Entry<String, List<String>> type : ELSEWHERE.entrySet()) {
            if (!list && type.getValue().contains(text)) {
                return Message.of("did you mean `%s`?", type.getKey());
            }
        }
        List<String> known = new ArrayList<>(list ? List.of("texts") : PLAIN.subList(0, 8));
        THINGS.forEach(thing -> known.add(list ? plural(thing.getKey()) : thing.getKey()));
        Message nearest = Nearest.advice(text, known);
        return nearest != null ? nearest : list ? Message.of("a list can contain texts, words or ids") : examples();
    }

    private static String plural(String thing) {
        return thing.equals("city") ? "cities" : thing + "s";
    }

    private static List<String> words(Node is, String text, String example, List<Problem> wrong) {
        List<String> words = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String word = part.strip();
            if (!WORD.matcher(word).matches()) {
                wrong.add(is.problem(
                        word.isEmpty()
                                ? Message.of("a word is missing in `%s`", example.replaceAll("\\[.*", "[…]"))
                                : Message.of("`%s` is not a valid word of a closed list", word.replace('`', '\'')),
                        Message.of("did you mean `%s`?", example)));
                return List.of();
            }
            if (words.contains(word)) {
                wrong.add(is.problem(Message.of("`%s` lists `%s` twice", "is", word)));
                return List.of();
            }
            words.add(word);
        }
        if (words.size() > MOST_WORDS) {
            wrong.add(is.problem(
                    Message.of("a closed list has at most %s words", MOST_WORDS),
                    Message.of("did you mean `%s`?", "text")));
            return List.of();
        }
        return words;
    }

    /** Returns the words that {@code words} may name: those of the closed list, or the levels. */
    List<String> namable() {
        return rating == null ? words : rating.names;
    }

    boolean isOfTexts() {
        return kind == Component.Kind.TEXT || kind == Component.Kind.TEXTS;
    }

    /** Returns this type with a declared unit, or with the levels of a rating. */
    DeclaredType in(@Nullable Unit declared) {
        return declared == null ? this : new DeclaredType(kind, declared, refers, words, rating);
    }

    /**
     * Returns a component of this type.
     *
     * @param nullable whether it is unknown unless stated
     */
    Component component(String name, boolean nullable) {
        return new Component(name, kind, unit, refers, words, false, nullable);
    }
}
