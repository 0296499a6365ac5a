package dev.winnow.tables.internal.cells;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Order of day and month in a column of dates such as {@code 3/4/2025}, written as the unit of the column. */
public enum DayOrder {
    /** {@code 25.04.2025}. */
    DAY_FIRST("day first"),
    /** {@code 04/25/2025}. */
    MONTH_FIRST("month first"),
    /** Undecided: {@code 3/4/2025} can be two days. */
    OPEN("");

    private final String words;

    DayOrder(String words) {
        this.words = words;
    }

    /** {@return the order as written in the unit of a column} */
    public String words() {
        return words;
    }

    /**
     * The order given by the unit of a heading: {@code day first}, {@code dd/mm/yyyy}, 日/月/年; null if it gives none.
     */
    public static @Nullable DayOrder named(@Nullable String unit) {
        String plain = unit == null ? "" : unit.toLowerCase(Locale.ROOT).replaceAll("[\\s/.,-]+", " ");
        return switch (plain) {
            case "day first", "dd mm yyyy", "d m yyyy", "dd mm yy", "日 月 年", "日月年", "日在前" -> DAY_FIRST;
            case "month first", "mm dd yyyy", "m d yyyy", "mm dd yy", "月 日 年", "月日年", "月在前" -> MONTH_FIRST;
            default -> null;
        };
    }

    /** The order that the texts of a column show; {@link #OPEN} if they show none or both. */
    public static DayOrder of(Iterable<String> cells) {
        DayOrder shown = OPEN;
        for (String cell : cells) {
            DayOrder order = of(cell);
            if (order != OPEN && shown != OPEN && order != shown) {
                return OPEN;
            }
            shown = order == OPEN ? shown : order;
        }
        return shown;
    }

    /** The order that a text shows; {@link #OPEN} if it is ambiguous or not such a date. */
    public static DayOrder of(String cell) {
        int[] parts = DateText.dayAndMonth(cell);
        return parts.length == 0 || parts[0] > 12 == parts[1] > 12 ? OPEN : parts[0] > 12 ? DAY_FIRST : MONTH_FIRST;
    }

    /** Whether a text can be two days. */
    public static boolean isDoubtful(String cell) {
        return DateText.twoWays(cell) != null;
    }

    /** Selects from the two possible days by this order. */
    public String which(List<String> monthFirstAndDayFirst) {
        return monthFirstAndDayFirst.get(this == MONTH_FIRST ? 0 : 1);
    }
}
