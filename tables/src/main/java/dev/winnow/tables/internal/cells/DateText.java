package dev.winnow.tables.internal.cells;

import dev.winnow.model.value.ChineseNumerals;
import dev.winnow.model.value.DigitForms;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Converts dates as people write them in tables to the form of universe files. Whether the day exists is checked by the
 * model.
 */
public final class DateText {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern ISO = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})(?:\\s*[-/.月]\\s*(\\d{1,2})\\s*[日号]?)?\\s*月?");
    private static final Pattern YEAR = Pattern.compile("(\\d{4})\\s*年(?:度)?");
    private static final Pattern DIGITS = Pattern.compile("((?:19|20|21)\\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])");
    private static final Pattern TIME = Pattern.compile("(.*?\\d)[T ]+\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?Z?");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})\\s*[-/.]\\s*(\\d{1,2})\\s*[-/.]\\s*(\\d{4})(?:[T"
                    + " ]+\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?Z?)?");
    private static final Pattern NAMED = Pattern.compile(
            "(?:(\\d{1,2})(?:st|nd|rd|th)?[ -]+)?([a-z]{3,9})\\.?[ -]*(?:(\\d{1,2})(?:st|nd|rd|th)?)?,?[ -]+(\\d{4})");
    private static final Pattern PART_OF_MONTH =
            Pattern.compile("(\\d{4})\\s*年\\s*(\\d{1,2})\\s*月\\s*(?:份|上旬|中旬|下旬|初|中|底|末|间)");
    private static final String START_OR_END =
            "((?:19|20|21)\\d{2})(?:\\s*[年./-]\\s*(1[0-2]|0?[1-9])(?!\\d))?\\s*[年月]?份?(?:[初中底末]|[上下]半年)?";
    private static final Pattern PERIOD = Pattern.compile(
            START_OR_END + "\\s*(?:-{1,2}|[–—―~～]{1,2}|至|到|to|until)\\s*" + START_OR_END, Pattern.CASE_INSENSITIVE);
    private static final Pattern YEAR_ALONE = Pattern.compile("(?:19|20|21)\\d{2}\\s*年?");
    private static final Pattern MONTH_FIRST = Pattern.compile("(\\d{1,2})[-/.](\\d{4})");
    private static final Pattern SHORT_NAMED = Pattern.compile("(?:\\d{1,2}[ -]+)?([a-z]{3,9})\\.?[ -]+\\d{2}");
    private static final Pattern SHORT_CHINESE = Pattern.compile("\\d{2}年\\d{1,2}月(?:\\d{1,2}日)?");
    private static final Pattern SHORT_DIGITS = Pattern.compile("(\\d{2})[-/.](\\d{1,2})[-/.](\\d{2})");
    private static final int LAST_DAY = 31;
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private DateText() {}

    /** Whether a text has the date format of universe files. */
    public static boolean isIso(String text) {
        return DAY.matcher(text).matches();
    }

    /**
     * The first and second number of a date that ends with its year, such as {@code 3/4/2025}; empty for other texts.
     */
    static int[] dayAndMonth(String text) {
        Matcher matcher = DAY_FIRST.matcher(plain(text));
        return matcher.matches()
                ? new int[] {Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))}
                : new int[0];
    }

    /**
     * The two dates that a text such as {@code 3/4/2025} can mean, month first and day first; null if it is not
     * ambiguous.
     */
    public static @Nullable List<String> twoWays(String given) {
        Matcher matcher = DAY_FIRST.matcher(plain(given));
        if (!matcher.matches()) {
            return null;
        }
        int one = Integer.parseInt(matcher.group(1));
        int other = Integer.parseInt(matcher.group(2));
        int year = Integer.parseInt(matcher.group(3));
        return one > 12 || other > 12 || one == other ? null : List.of(day(year, one, other), day(year, other, one));
    }

    /** Possible meanings of a date without exact limits, such as {@code mid 2025}; null for other texts. */
    public static @Nullable List<String> vague(String given) {
        YearPart part = YearPart.of(plain(given).toLowerCase(Locale.ROOT));
        return part == null || part.meant().size() == 1 ? null : part.meant();
    }

    /**
     * Possible meanings, with the full year, of a date with a two-digit year, such as {@code 5-Mar-25}; empty for other
     * texts.
     */
    public static List<String> shortYear(String given) {
        String text = plain(given);
        Matcher named = SHORT_NAMED.matcher(text.toLowerCase(Locale.ROOT));
        if (named.matches() && MONTHS.contains(String.valueOf(named.group(1)).substring(0, 3))) {
            return List.of(inFull(text, text.length() - 2));
        }
        Matcher chinese = SHORT_CHINESE.matcher(text);
        if (chinese.matches()) {
            return List.of(inFull(text, 0));
        }
        Matcher digits = SHORT_DIGITS.matcher(text);
        if (!digits.matches()) {
            return List.of();
        }
        boolean first = Integer.parseInt(digits.group(3)) <= LAST_DAY; // The last two digits can be a day, too.
        boolean last = Integer.parseInt(digits.group(1)) <= LAST_DAY;
        return Stream.of(first ? inFull(text, 0) : "", last ? inFull(text, text.length() - 2) : "")
                .filter(full -> !full.isEmpty())
                .toList();
    }

    /**
     * The first and last year or month of a period such as {@code 2023-2025} or 2024年3月至2025年6月; null for other texts.
     */
    public static @Nullable List<String> period(String given) {
        Matcher matcher = PERIOD.matcher(plain(given));
        if (!matcher.matches()) {
            return null;
        }
        String start = yearOrMonth(matcher.group(1), matcher.group(2));
        String end = yearOrMonth(matcher.group(3), matcher.group(4));
        return start.compareTo(end) > 0 ? null : List.of(start, end);
    }

    private static String yearOrMonth(String year, @Nullable String month) {
        return month == null ? year : month(year, month);
    }

    /** Whether a text is a year and nothing else. */
    public static boolean isYear(String given) {
        return YEAR_ALONE.matcher(plain(given)).matches();
    }

    private static String inFull(String text, int at) {
        return text.substring(0, at) + "20" + text.substring(at);
    }

    private static String plain(String given) {
        return ChineseNumerals.inDigits(DigitForms.plain(given).strip());
    }

    /** A date in the form of universe files; the text itself if it is not a known form of a date. */
    public static String iso(String given) {
        if (ISO.matcher(given).matches()) {
            return given;
        }
        String text = plain(given);
        Matcher time = TIME.matcher(text);
        if (time.matches()) {
            text = time.group(1);
        }
        Matcher first = YEAR_FIRST.matcher(text);
        if (first.matches()) {
            return first.group(3) == null
                    ? month(first.group(1), first.group(2))
                    : day(
                            Integer.parseInt(first.group(1)),
                            Integer.parseInt(first.group(2)),
                            Integer.parseInt(first.group(3)));
        }
        Matcher year = YEAR.matcher(text);
        if (year.matches()) {
            return String.valueOf(year.group(1));
        }
        Matcher digits = DIGITS.matcher(text);
        if (digits.matches()) {
            return digits.group(1) + "-" + digits.group(2) + "-" + digits.group(3);
        }
        Matcher within = PART_OF_MONTH.matcher(text);
        if (within.matches()) {
            return month(within.group(1), within.group(2));
        }
        YearPart part = YearPart.of(text.toLowerCase(Locale.ROOT));
        return part != null && part.meant().size() == 1 ? part.meant().get(0) : western(text, given);
    }

    private static String month(String year, String month) {
        return String.format(Locale.ROOT, "%s-%02d", year, Integer.parseInt(month));
    }

    private static String western(String text, String given) {
        Matcher last = DAY_FIRST.matcher(text);
        if (last.matches()) {
            int one = Integer.parseInt(last.group(1));
            int other = Integer.parseInt(last.group(2));
            int year = Integer.parseInt(last.group(3));
            return one > 12 ? day(year, other, one) : day(year, one, other);
        }
        Matcher monthFirst = MONTH_FIRST.matcher(text);
        if (monthFirst.matches() && Integer.parseInt(monthFirst.group(1)) <= 12) {
            return month(monthFirst.group(2), monthFirst.group(1));
        }
        Matcher named = NAMED.matcher(text.toLowerCase(Locale.ROOT));
        if (named.matches() && (named.group(1) == null || named.group(3) == null)) {
            String word = String.valueOf(named.group(2));
            int month = MONTHS.indexOf(word.substring(0, 3)) + 1;
            boolean whole = Month.of(Math.max(1, month))
                    .getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                    .toLowerCase(Locale.ROOT)
                    .startsWith(word.equals("sept") ? "sep" : word);
            if (month > 0 && whole) {
                String year = named.group(4);
                String day = named.group(1) == null ? named.group(3) : named.group(1);
                return day == null
                        ? month(year, String.valueOf(month))
                        : day(Integer.parseInt(year), month, Integer.parseInt(day));
            }
        }
        return given;
    }

    private static String day(int year, int month, int day) {
        return String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, day);
    }

    /**
     * A named part of a year: {@code 2025年上半年}, {@code Q3 2025}, {@code end of 2025}.
     *
     * @param meant possible dates in the form of universe files; a single one if the part has exact limits
     */
    private record YearPart(List<String> meant) {

        private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})\\s*(?:年度|年|-|/|,)?\\s*(.+)");
        private static final Pattern YEAR_LAST = Pattern.compile("(.+?)\\s*(?:of|-|/|,)?\\s*(\\d{4})");

        /** Words for a part of a year, and the suffixes of the possible dates after the year. */
        private record Words(Pattern words, List<String> suffixes) {

            static Words of(String words, String... suffixes) {
                return new Words(Pattern.compile(words), List.of(suffixes));
            }
        }

        private static final List<Words> PARTS = List.of(
                Words.of("h1|1h|上半年|(?:the )?(?:first|1st) half", "-H1"),
                Words.of("h2|2h|下半年|(?:the )?(?:second|2nd) half", "-H2"),
                Words.of("q1|1q|第?1季度?|(?:the )?(?:first|1st) quarter", "-Q1"),
                Words.of("q2|2q|第?2季度?|(?:the )?(?:second|2nd) quarter", "-Q2"),
                Words.of("q3|3q|第?3季度?|(?:the )?(?:third|3rd) quarter", "-Q3"),
                Words.of("q4|4q|第?4季度?|(?:the )?(?:fourth|4th) quarter", "-Q4"),
                // The end of a year means its last month; the exact day is open.
                Words.of("年?底|年?末|(?:the )?end|year[- ]?end", "-12"),
                Words.of("年?初|early|(?:the )?(?:beginning|start)", "-01", "-Q1", ""),
                Words.of("年?中|年中期|mid|mid-year|(?:the )?middle", "-06", "-Q2", ""),
                Words.of("前三季度|前3季度|(?:the )?first (?:three|3) quarters", "-Q3", ""),
                Words.of("late", "-Q4", "-H2", ""));

        YearPart {
            meant = List.copyOf(meant);
        }

        /** The part of a year named by a text in lower case and half width; null if there is none. */
        private static @Nullable YearPart of(String text) {
            Matcher first = YEAR_FIRST.matcher(text);
            if (first.matches()) {
                return of(first.group(1), first.group(2));
            }
            Matcher last = YEAR_LAST.matcher(text);
            return last.matches() ? of(last.group(2), last.group(1)) : null;
        }

        private static @Nullable YearPart of(String year, String part) {
            for (Words one : PARTS) {
                if (one.words.matcher(part.strip()).matches()) {
                    return new YearPart(
                            one.suffixes.stream().map(suffix -> year + suffix).toList());
                }
            }
            return null;
        }
    }
}
