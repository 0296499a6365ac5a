package dev.winnow.tables.internal.cells;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which of day and month comes first where a column writes days as {@code 3/4/2025}; written as the unit of the column. */
public enum DayOrder {
    /** {@code 25.04.2025}. */
    DAY_FIRST("day first"),
    /** {@code 04/25/2025}. */
    MONTH_FIRST("month first"),
    /** Nothing shows which: {@code 3/4/2025} can be two days. */
    OPEN("");

    private final String words;

    DayOrder(String words) {
        this.words = words;
    }

    /** {@return how the unit of a column says it} */
    public String words() {
        return words;
    }

    /** The order that the unit of a heading says: {@code day first}, {@code dd/mm/yyyy}, 日/月/年; null if it says none. */
    public static @Nullable DayOrder named(@Nullable String unit) {
        String plain = unit == null ? "" : unit.toLowerCase(Locale.ROOT).replaceAll("[\\s/.,-]+", " ");
        return switch (plain) {
            case "day first", "dd mm yyyy", "d m yyyy", "dd mm yy", "日 月 年", "日月年", "日在前" -> DAY_FIRST;
            case "month first", "mm dd yyyy", "m d yyyy", "mm dd yy", "月 日 年", "月日年", "月在前" -> MONTH_FIRST;
            default -> null;
        };
    }

    /** What the texts of a column show; {@link #OPEN} if they show nothing, or both. */
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

    /** What one text shows; {@link #OPEN} if it can be read in both orders, or is no such day. */
    public static DayOrder of(String cell) {
        int[] parts = DateText.dayAndMonth(cell);
        return parts.length == 0 || parts[0] > 12 == parts[1] > 12 ? OPEN : parts[0] > 12 ? DAY_FIRST : MONTH_FIRST;
    }

    /** Whether a text can be two days. */
    public static boolean isDoubtful(String cell) {
        return DateText.twoWays(cell) != null;
    }

    /** Which of the two days that a text can be is meant. */
    public String which(List<String> monthFirstAndDayFirst) {
        return monthFirstAndDayFirst.get(this == MONTH_FIRST ? 0 : 1);
    }
}
