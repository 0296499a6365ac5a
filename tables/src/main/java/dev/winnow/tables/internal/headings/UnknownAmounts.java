package dev.winnow.tables.internal.headings;

import dev.winnow.model.value.ChineseNumerals;
import dev.winnow.model.value.FigureText;
import dev.winnow.model.value.Unit;
import dev.winnow.tables.internal.cells.DateText;
import dev.winnow.tables.internal.cells.HeadingUnit;
import dev.winnow.tables.internal.cells.Row;
import dev.winnow.tables.internal.cells.TextFolding;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
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

    private UnknownAmounts(Head head) {
        this.taken = head.columns().stream()
                .filter(column -> SettledColumns.isMoney(head.kind(), column))
                .map(Column::means)
                .findFirst()
                .orElse(null);
        this.meanings = new Meanings(head.kind());
    }

    /** The head with its unknown columns of amounts open, their choices being the amounts of an entry. */
    public static Head asked(Head head, List<Row> rows) {
        UnknownAmounts amounts = new UnknownAmounts(head);
        return head.with(head.columns().stream()
                .map(column -> amounts.isWithoutAmounts(column, rows)
                        ? column.as(null, Column.State.UNKNOWN, List.of())
                        : amounts.isAskedAbout(column, rows) ? amounts.open(column) : column)
                .toList());
    }

    /** Whether a column that is similar to amounts only in its heading contains none, such as "investment thesis". */
    private boolean isWithoutAmounts(Column column, List<Row> rows) {
        List<String> texts = column.state() == Column.State.NEARLY ? texts(column, rows) : List.of();
        return !texts.isEmpty()
                && column.choices().stream().allMatch(meanings::isMoney)
                && texts.stream().map(ChineseNumerals::inDigits).noneMatch(UnknownAmounts::isNumber);
    }

    /** A column of amounts as a part of one that is taken, such as 一期投资 beside 总投资, or else open. */
    private Column open(Column column) {
        String whole = SettledColumns.PART.matcher(column.heading()).find() ? taken : null;
        if (whole != null) {
            return column.as(null, Column.State.PART, List.of(whole));
        }
        List<String> choices = meanings.ofMoney(HeadingUnit.of(column.heading()).bare());
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
