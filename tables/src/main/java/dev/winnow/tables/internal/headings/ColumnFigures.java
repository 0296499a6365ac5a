package dev.winnow.tables.internal.headings;

import dev.winnow.model.value.Amount;
import dev.winnow.model.value.ChineseNumerals;
import java.util.Collections;
import java.util.List;

/**
 * The figures of the first rows of a column, with which each of them is compared. Sums are not among them.
 *
 * @param inNumerals whether there are Chinese numerals other than 一
 * @param amounts the amounts, sorted; empty if they are not compared
 */
public record ColumnFigures(boolean inNumerals, List<Amount> amounts) {

    /** No figures. */
    public static final ColumnFigures NONE = new ColumnFigures(false, List.of());

    /** Factor to the median of the other amounts from which an amount is asked about. */
    private static final Amount FAR = Amount.of(1_000);

    /** Least number of other amounts. One amount says nothing about which of the two is wrong. */
    private static final int LEAST = 2;

    public ColumnFigures {
        amounts = List.copyOf(amounts);
    }

    static ColumnFigures of(List<String> texts, List<Amount> amounts) {
        return new ColumnFigures(
                texts.stream().anyMatch(ColumnFigures::isNumeral),
                amounts.stream().filter(amount -> !amount.isZero()).sorted().toList());
    }

    private static boolean isNumeral(String text) {
        String digits = ChineseNumerals.inDigits(text);
        return !text.equals("一") && !digits.equals(text) && text.chars().noneMatch(Character::isDigit);
    }

    /**
     * Whether one of the amounts is a thousand times the median of the others, or a thousandth of it. Of an even
     * number, the median nearer to the amount counts.
     */
    boolean isFar(Amount amount) {
        int own = Collections.binarySearch(amounts, amount);
        int others = own < 0 ? amounts.size() : amounts.size() - 1;
        if (others < LEAST || amount.isZero()) {
            return false;
        }
        Amount low = other((others - 1) / 2, own);
        Amount high = other(others / 2, own);
        return amount.compareTo(high.times(FAR)) >= 0 || amount.times(FAR).compareTo(low) <= 0;
    }

    /** One of the amounts other than the own one. */
    private Amount other(int index, int own) {
        return amounts.get(own >= 0 && index >= own ? index + 1 : index);
    }
}
