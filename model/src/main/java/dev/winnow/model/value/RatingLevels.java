package dev.winnow.model.value;

import dev.winnow.model.source.Internal;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The levels of a rating: consecutive whole numbers, which may have names. A level is written {@code 4 of 5} or {@code
 * 2 of 3 (adequate)}, in Chinese 4分（满分5分） or 一般（第2级，最高3级）, and read in these forms, as its number alone, or by
 * its name.
 *
 * @param lowest the number of the first level
 * @param levels the levels, ascending; at least two
 */
@Internal
public record RatingLevels(int lowest, List<Level> levels) {

    /**
     * The names of a level.
     *
     * @param english the English name; null if the level has none
     * @param chinese the Chinese name; null if the level has none
     * @param others further names by which texts may refer to the level
     */
    public record Level(@Nullable String english, @Nullable String chinese, List<String> others) {

        public Level {
            others = List.copyOf(others);
        }

        private @Nullable String in(Language language) {
            return language == Language.ZH && chinese != null ? chinese : english != null ? english : chinese;
        }

        private List<String> all() {
            List<String> all = new ArrayList<>(others);
            if (english != null) {
                all.add(english);
            }
            if (chinese != null) {
                all.add(chinese);
            }
            return all;
        }
    }

    private static final Pattern IN_BRACKETS = Pattern.compile("([^()]+)\\(([^()]*)\\)");
    private static final Pattern OF_HIGHEST = Pattern.compile("(.+?)\\s*(?:\\bout of\\b|\\bof\\b|/)\\s*(\\d{1,9})");
    private static final Pattern FULL_MARKS = Pattern.compile("(?:满分|最高)\\s*(\\d{1,9})\\s*[分级]?");
    /** Words around a number that say that it is a level: {@code level 4}, 第4级, 4分. */
    private static final Pattern COUNTED = Pattern.compile("(?:\\blevel\\s+|第)?(\\d+(?:\\.\\d+)?)(?:\\s*[级分星])?");

    public RatingLevels {
        levels = List.copyOf(levels);
        if (lowest < 0 || levels.size() < 2) {
            throw new IllegalArgumentException("a rating has at least two levels, from 0 or more");
        }
    }

    /** Returns levels without names. */
    public static RatingLevels of(int lowest, int highest) {
        return new RatingLevels(lowest, Collections.nCopies(highest - lowest + 1, new Level(null, null, List.of())));
    }

    /** Returns the number of the last level. */
    public int highest() {
        return lowest + levels.size() - 1;
    }

    /** Returns all levels as an interval without evidence, which stands for an unknown rating in conditions. */
    public Figure whole() {
        return Figure.between(Amount.of(lowest), Amount.of(highest()), Unit.rating(this));
    }

    /** Whether a value stands for an unknown rating. */
    public static boolean isUnknown(@Nullable Object value) {
        return value instanceof Figure figure
                && figure.evidence() == null
                && figure.unit().levels() != null
                && figure.equals(figure.unit().levels().whole());
    }

    /** Returns every level as an exact figure, ascending. */
    public List<Figure> each() {
        List<Figure> each = new ArrayList<>();
        for (int number = lowest; number <= highest(); number++) {
            each.add(Figure.exactly(number, Unit.rating(this)));
        }
        return each;
    }

    /** Returns all names of all levels, without letter case, the longest first. */
    public List<String> names() {
        return List.copyOf(numbers().keySet());
    }

    /** Returns the scale in messages: {@code a level from 1 to 5}. */
    Message words() {
        return Message.of("a level from %s to %s", lowest, highest());
    }

    /** Writes a level, or the levels between two numbers. */
    String write(Amount low, Amount high, Language language) {
        boolean one = low.equals(high);
        String to = language == Language.ZH ? "～" : "–";
        String numbers = digits(low) + (one ? "" : to + digits(high));
        String first = name(low, language);
        String last = name(high, language);
        String names = first == null || last == null ? null : one ? first : first + to + last;
        if (language != Language.ZH) {
            return numbers + " of " + highest() + (names == null ? "" : " (" + names + ")");
        }
        return names == null ? numbers + "分（满分" + highest() + "分）" : names + "（第" + numbers + "级，最高" + highest() + "级）";
    }

    private static String digits(Amount number) {
        return Unit.NUMBER.write(number);
    }

    private @Nullable String name(Amount number, Language language) {
        int place = isWhole(number) ? number.decimal().intValue() - lowest : -1;
        return place < 0 || place >= levels.size() ? null : levels.get(place).in(language);
    }

    private static boolean isWhole(Amount number) {
        return number.decimal().stripTrailingZeros().scale() <= 0;
    }

    /** Returns the numbers of the levels by name, without letter case, longest names first. */
    private Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new TreeMap<>(
                Comparator.comparingInt((String name) -> -name.length()).thenComparing(Comparator.naturalOrder()));
        for (int i = 0; i < levels.size(); i++) {
            for (String name : levels.get(i).all()) {
                numbers.putIfAbsent(normal(name), lowest + i);
            }
        }
        return numbers;
    }

    private static String normal(String text) {
        return DigitForms.plain(text.strip()).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    /** Reads a text as a level, or as a range of levels; ranges without an end are bounded by the scale. */
    FigureText.Reading parse(String text, @Nullable Evidence evidence) {
        String plain = normal(text);
        Integer named = numbers().get(plain);
        if (named != null) {
            return read(Figure.exactly(named, Unit.rating(this)), evidence);
        }
        Matcher brackets = IN_BRACKETS.matcher(plain);
        if (!brackets.matches()) {
            return scaled(text, plain, evidence);
        }
        FigureText.Reading outer = scaled(text, brackets.group(1).strip(), evidence);
        Figure said = outer.figure();
        if (said == null) {
            return outer;
        }
        for (String part : brackets.group(2).split("[,;]", -1)) {
            Matcher full = FULL_MARKS.matcher(part.strip());
            if (full.matches()) {
                if (!isHighest(full.group(1))) {
                    return otherScale(text);
                }
                continue;
            }
            Figure again = parse(part, evidence).figure();
            if (again == null || again.compareTo(said) != 0) {
                return FigureText.Reading.wrong(
                        Message.of("`%s` names two different levels", text.strip()),
                        Message.of("keep one of them, and write the rest in `%s`", "note"));
            }
        }
        return outer;
    }

    private boolean isHighest(String digits) {
        return Integer.parseInt(digits) == highest();
    }

    private FigureText.Reading otherScale(String text) {
        return FigureText.Reading.wrong(
                Message.of("`%s` is on another scale", text.strip()),
                Message.of("write a level from %s to %s", lowest, highest()));
    }

    /** Reads a level or range that may name the end of its scale: {@code 4 of 5}. */
    private FigureText.Reading scaled(String text, String plain, @Nullable Evidence evidence) {
        Matcher of = OF_HIGHEST.matcher(plain);
        if (of.matches() && !isHighest(of.group(2))) {
            return otherScale(text);
        }
        String levelsOnly = of.matches() ? of.group(1) : plain;
        String inNumbers = COUNTED.matcher(inNumbers(levelsOnly)).replaceAll("$1");
        Figure figure = FigureText.parse(inNumbers, Unit.NUMBER, null).figure();
        if (figure == null) {
            return FigureText.Reading.wrong(Message.of("`%s` is not %s", text.strip(), words()), advice(plain));
        }
        if (figure.bound() == Bound.ABOUT) {
            return FigureText.Reading.wrong(
                    Message.of("`%s` is not %s", text.strip(), words()),
                    Message.of("write a level, or a range such as `%s`", lowest + "–" + (lowest + 1)));
        }
        Amount least = Amount.of(lowest);
        Amount most = Amount.of(highest());
        Amount low = figure.bound() == Bound.AT_MOST ? Amount.min(least, figure.high()) : figure.low();
        Amount high = figure.bound() == Bound.AT_LEAST ? Amount.max(most, figure.low()) : figure.high();
        Amount outside = low.compareTo(least) < 0 ? low : high.compareTo(most) > 0 ? high : null;
        if (outside != null) {
            return FigureText.Reading.wrong(
                    Message.of("`%s` is outside the scale from %s to %s", text.strip(), lowest, highest()),
                    Message.of("the nearest level is `%s`", outside.compareTo(least) < 0 ? lowest : highest()));
        }
        for (Amount end : List.of(low, high)) {
            if (!isWhole(end)) {
                BigDecimal below = end.decimal().setScale(0, RoundingMode.FLOOR);
                return FigureText.Reading.wrong(
                        Message.of("`%s` is between two levels", text.strip()),
                        Message.of("did you mean `%s` or `%s`?", below, below.add(BigDecimal.ONE)));
            }
        }
        return read(Figure.between(low, high, Unit.rating(this)), evidence);
    }

    private static FigureText.Reading read(Figure figure, @Nullable Evidence evidence) {
        return new FigureText.Reading(Figure.between(figure.low(), figure.high(), figure.unit(), evidence), null, null);
    }

    /** Returns a text with numbers in place of the names of levels. */
    private String inNumbers(String plain) {
        String text = plain;
        for (Map.Entry<String, Integer> level : numbers().entrySet()) {
            text = Pattern.compile("(?<![a-z0-9])" + Pattern.quote(level.getKey()) + "(?![a-z0-9])")
                    .matcher(text)
                    .replaceAll(" " + level.getValue() + " ");
        }
        return text.strip();
    }

    private Message advice(String plain) {
        List<String> names = levels.stream()
                .flatMap(level -> level.all().stream())
                .distinct()
                .toList();
        Message whole = Message.of("write a whole number from %s to %s", lowest, highest());
        List<String> main = levels.stream()
                .flatMap(level ->
                        level.english() == null ? List.<String>of().stream() : List.of(level.english()).stream())
                .toList();
        return Nearest.advice(
                plain, names, main.isEmpty() ? whole : Message.of("it is one of %s", Message.names(main)));
    }
}
