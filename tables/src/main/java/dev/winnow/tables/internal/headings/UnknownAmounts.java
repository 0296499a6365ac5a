package dev.winnow.tables.internal.headings;

import dev.winnow.model.source.Place;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.value.ChineseNumerals;
import dev.winnow.model.value.FigureText;
import dev.winnow.model.value.Unit;
import dev.winnow.tables.internal.cells.DateText;
import dev.winnow.tables.internal.cells.HeadingUnit;
import dev.winnow.tables.internal.cells.Row;
import dev.winnow.tables.internal.cells.TextFolding;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds columns of amounts of money whose headings are unknown, which are asked about instead of left out. */
public final class UnknownAmounts {

    /** Number of cells of a column that are examined for money, if its heading does not name any. */
    private static final int CELLS = 50;

    /** Scales that are usual for counts of other things, too. */
    private static final Pattern SMALL_SCALE = Pattern.compile("k|千|천|thousands?|tsd\\.?");

    private static final Pattern DIGITS = Pattern.compile("[\\d,.\\s]+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}]+");

    /** Words before the last one that make it a part of the amount: {@code cost per year}. */
    private static final Set<String> LINKS = Set.of("per", "a", "each", "to", "pro", "je", "par", "por", "al");

    private final Meanings meanings;
    private final HeadingCatalogue catalogue = HeadingCatalogue.get();

    /** The first amount that a column gives; null if there is none. */
    private final @Nullable String taken;

    private final NameLookup names;

    /** The properties that columns give. */
    private final Set<String> given;

    private UnknownAmounts(Head head, NameLookup names, HeadingWords words) {
        this.taken = head.columns().stream()
                .filter(column -> SettledColumns.isMoney(head.kind(), column))
                .map(Column::means)
                .findFirst()
                .orElse(null);
        this.given = head.columns().stream()
                .map(Column::means)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        this.meanings = words.of(head.kind());
        this.names = names;
    }

    /**
     * The head with its unknown columns of amounts open, also those without a heading. The choices are the amounts of
     * the core and of the packs that the universe uses, not those of every pack.
     *
     * @param names entries of the universe
     * @param words the words for columns
     */
    public static Head asked(Head head, List<Row> rows, NameLookup names, HeadingWords words) {
        UnknownAmounts amounts = new UnknownAmounts(head, names, words);
        return head.with(Stream.concat(
                        head.columns().stream().map(column -> amounts.asked(column, rows)),
                        amounts.bare(head)
                                .map(column -> amounts.asked(column, rows))
                                .filter(Column::isOpen)
                                .map(column -> column.as(null, Column.State.UNNAMED, column.choices())))
                .sorted(Comparator.comparingInt(column -> column.number() == 0 ? Integer.MAX_VALUE : column.number()))
                .toList());
    }

    /** The columns between others that have no heading. Their letters stand for it. The first column often numbers rows. */
    private Stream<Column> bare(Head head) {
        Set<Integer> headed = head.columns().stream().map(Column::number).collect(Collectors.toSet());
        return IntStream.range(2, head.row() == 0 ? 0 : head.width())
                .filter(number -> !headed.contains(number))
                .mapToObj(number -> Headings.bare(at(head, number), number, Place.letters(number), meanings));
    }

    private static Place at(Head head, int number) {
        Place other = head.columns().get(0).place();
        return Place.cell(other.file(), other.sheet(), head.row(), number);
    }

    private Column asked(Column column, List<Row> rows) {
        boolean isNear = column.state() == Column.State.NEARLY;
        boolean isOpen = isNear || isAskedAbout(column, rows);
        String whole = isNear && given.contains(column.choices().get(0))
                ? column.choices().get(0)
                : isOpen ? taken : null;
        if (whole != null && SettledColumns.isPart(column.heading(), whole)) {
            return column.as(null, Column.State.PART, List.of(whole));
        }
        boolean isNone = isNear
                && (isWithoutAmounts(column, rows) || column.choices().stream().noneMatch(this::isPossible));
        Column known = isNone ? column.as(null, Column.State.UNKNOWN, List.of()) : column;
        return isAskedAbout(known, rows) ? open(known) : known;
    }

    /** Whether a column that only resembles the words for a property may give it: no other column does. */
    private boolean isPossible(String name) {
        return isOffered(name) && (meanings.isMoney(name) || !given.contains(name));
    }

    private boolean isOffered(String name) {
        EntryKind kind = names.offered().find(meanings.kind().name());
        return kind == null || Key.parse(name, kind) != null;
    }

    /** The columns without a meaning that are empty in the first rows. Amounts further below are reported. */
    public static List<Column> empty(Head head, List<Row> rows) {
        return head.columns().stream()
                .filter(column -> column.state() == Column.State.UNKNOWN && column.number() > 0)
                .filter(column ->
                        rows.stream().allMatch(row -> row.text(column.number()).isBlank()))
                .toList();
    }

    /** The first of these columns with an amount in a row; null if there is none. */
    public static @Nullable Column late(List<Column> columns, Row row) {
        return columns.stream()
                .filter(column -> isMoney(TextFolding.strip(row.text(column.number()))))
                .findFirst()
                .orElse(null);
    }

    /** Whether a column that is similar to amounts only in its heading contains none, such as "investment thesis". */
    private boolean isWithoutAmounts(Column column, List<Row> rows) {
        List<String> texts = texts(column, rows);
        return !texts.isEmpty()
                && column.choices().stream().allMatch(meanings::isMoney)
                && texts.stream().map(ChineseNumerals::inDigits).noneMatch(UnknownAmounts::isNumber);
    }

    private Column open(Column column) {
        boolean isUnnamed = column.heading().equals(Place.letters(column.number()));
        String name = isUnnamed ? "" : HeadingUnit.of(column.heading()).bare();
        List<String> choices =
                meanings.ofMoney(name).stream().filter(this::isOffered).toList();
        return choices.isEmpty() ? column : column.as(null, Column.State.NEARLY, choices);
    }

    private boolean isAskedAbout(Column column, List<Row> rows) {
        if (column.state() != Column.State.UNKNOWN || column.number() == 0) {
            return false;
        }
        String unit = String.valueOf(column.unit());
        if (unit.equals("%") || meanings.units().stream().anyMatch(known -> known.isSign(unit))) {
            return false;
        }
        List<String> texts = texts(column, rows);
        boolean inMoney = column.unit() != null
                && (HeadingUnit.money(unit) != null
                        || (HeadingUnit.isScale(unit)
                                && !SMALL_SCALE.matcher(unit).matches()));
        if (inMoney || (namesAmount(column.heading()) && !namesOther(column.heading()))) {
            return texts.stream().anyMatch(UnknownAmounts::isNumber);
        }
        List<String> first = texts.stream().limit(CELLS).toList();
        return 2 * first.stream().filter(UnknownAmounts::isMoney).count() > first.size();
    }

    private List<String> texts(Column column, List<Row> rows) {
        return rows.stream()
                .map(row -> TextFolding.strip(row.text(column.number())))
                .filter(text -> !text.isEmpty() && !catalogue.says("unknown", TextFolding.of(text)))
                .toList();
    }

    /** Whether a heading contains a word of an amount. A short word in Latin letters must stand by itself. */
    private boolean namesAmount(String heading) {
        List<String> words = words(heading);
        String whole = HeadingCatalogue.folded(heading);
        return catalogue.texts("names-amount").stream()
                .anyMatch(word -> (word.length() <= Meanings.SHORT + 1 && isLatin(word))
                        ? words.contains(word)
                        : whole.contains(word));
    }

    /**
     * Whether a heading names something else of an amount: {@code date of investment}, {@code cost code}, 投资占比; not
     * {@code cost per year}, {@code investment to date} and {@code cost in year 2}.
     */
    private boolean namesOther(String heading) {
        List<String> words = words(heading);
        String whole = HeadingCatalogue.folded(heading);
        String first = words.isEmpty() ? "" : words.get(0);
        String last = words.size() < 2
                        || LINKS.contains(words.get(words.size() - 2))
                        || Character.isDigit(whole.charAt(whole.length() - 1))
                ? ""
                : words.get(words.size() - 1);
        return catalogue.texts("names-other").stream()
                .anyMatch(word -> isLatin(word)
                        ? word.equals(first)
                                || word.equals(last)
                                || (word.length() > Meanings.SHORT + 1 && whole.startsWith(word))
                        : whole.contains(word));
    }

    private static List<String> words(String heading) {
        return NO_WORD.splitAsStream(HeadingUnit.words(heading))
                .map(HeadingCatalogue::folded)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static boolean isLatin(String word) {
        return word.chars().allMatch(c -> c < 128);
    }

    private static boolean isMoney(String text) {
        return text.length() <= Headings.LONGEST_WORD
                && ChineseNumerals.inDigits(text).chars().anyMatch(Character::isDigit)
                && FigureText.isMoney(text);
    }

    /** Whether a text may be an amount: a number with or without a currency, but no day. */
    private static boolean isNumber(String text) {
        if (text.length() > Headings.LONGEST_WORD) {
            return false;
        }
        if (DIGITS.matcher(text).matches() && text.indexOf('.') == text.lastIndexOf('.')) {
            return true;
        }
        boolean isNumber =
                isMoney(text) || FigureText.parse(text, Unit.NUMBER, null).figure() != null;
        return isNumber || (isMostlyDigits(text) && !DateText.isIso(DateText.iso(text)));
    }

    private static boolean isMostlyDigits(String text) {
        long digits = text.chars().filter(Character::isDigit).count();
        return digits > 0
                && text.indexOf('%') < 0
                && text.chars().filter(Character::isLetter).count() <= digits;
    }
}
