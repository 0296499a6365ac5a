package dev.winnow.tables.internal.cells;

import dev.winnow.model.value.ChineseNumerals;
import dev.winnow.model.value.DigitForms;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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

    /** A year with a month, and a day behind 月 or behind the same sign as the month. */
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})\\s*(?:年|[-/.])\\s*(\\d{1,2})(?:\\s*月(?:\\s*(\\d{1,2})\\s*[日号]?)?)?"
                    + "|(\\d{4})\\s*([-/.])\\s*(\\d{1,2})\\s*\\5\\s*(\\d{1,2})\\s*[日号]?");

    /** Three numbers behind different signs, which are a day or a year with two months. */
    private static final Pattern MIXED_SIGNS =
            Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.]\\s*(\\d{1,2})\\s*[日号]?");

    private static final Pattern YEAR = Pattern.compile("(\\d{4})\\s*年(?:度)?");
    private static final Pattern DIGITS = Pattern.compile("((?:19|20|21)\\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])");
    private static final Pattern TIME =
            Pattern.compile("(.*?[\\d日号])[t ]+\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(?:z|[+-]\\d{2}:?\\d{2})?");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})\\s*[-/.]\\s*(\\d{1,2})\\s*[-/.]\\s*(\\d{4})");

    /** A day and a month name, in any order, with the year behind or in front of them. */
    private static final Pattern NAMED =
            Pattern.compile("(?:(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?[ -]*(?:of |de )?)?m(\\d{2})["
                    + " -]*(?:(\\d{1,2})(?:st|nd|rd|th|\\.)?)?,?[ -]+(?:of |de |del )?(\\d{4})|(\\d{4})[ -]+m(\\d{2})(?:["
                    + " -]+(\\d{1,2}))?");

    private static final Pattern PART_OF_MONTH =
            Pattern.compile("(\\d{4})\\s*年\\s*(\\d{1,2})\\s*月\\s*(?:份|上旬|中旬|下旬|初|中|底|末|间)");
    private static final Pattern YEAR_ALONE = Pattern.compile("(?:19|20|21)\\d{2}\\s*年?");
    private static final Pattern MONTH_FIRST = Pattern.compile("(\\d{1,2})[-/.](\\d{4})");
    private static final Pattern SHORT_NAMED = Pattern.compile("(?:\\d{1,2}\\.?[ -]+)?m\\d{2}[ -]+\\d{2}");
    private static final Pattern SHORT_CHINESE = Pattern.compile("\\d{2}年\\d{1,2}月(?:\\d{1,2}日)?");
    private static final Pattern SHORT_DIGITS = Pattern.compile("(\\d{2})[-/.](\\d{1,2})[-/.](\\d{2})");
    private static final Pattern WITHOUT_YEAR =
            Pattern.compile("\\d{1,2}月(?:\\d{1,2}[日号]?)?|(?:\\d{1,2}(?:st|nd|rd|th|\\.)?[ -]*(?:of |de )?)?m\\d{2}(?:["
                    + " -]*\\d{1,2}(?:st|nd|rd|th)?)?");

    /** Words and signs between the ends of a period. */
    private static final Pattern BETWEEN = Pattern.compile(
            "\\s*(?:-{1,2}|[–—―~～〜∼]{1,2}|/|[至到]|から|부터|\\b(?:to|until|till|through|and|bis|a|al|à|au|hasta)\\b)\\s*");

    private static final Pattern AROUND =
            Pattern.compile("^(?:from|between|von|vom|du|del?|desde|entre|zwischen|自|从) *|(?:まで|까지|止|期间|份)$");
    private static final Pattern EXACT =
            Pattern.compile("(?:19|20|21)\\d{2}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\\d|3[01]))?|-[QH][1-4])?");
    private static final Pattern WORD = Pattern.compile("[a-z\u00E0-\u00FF]{3,12}");
    private static final int LONGEST_PERIOD = 60;
    private static final int LAST_DAY = 31;

    /** Names of the months in English, German, French and Spanish, without accents; abbreviations begin like them. */
    private static final List<List<String>> MONTHS = List.of(
            List.of("january", "januar", "janner", "janvier", "enero"),
            List.of("february", "februar", "feber", "fevrier", "febrero"),
            List.of("march", "marz", "mars", "marzo", "mrz", "maerz"),
            List.of("april", "avril", "abril"),
            List.of("may", "mai", "mayo"),
            List.of("june", "juni", "juin", "junio"),
            List.of("july", "juli", "juillet", "julio"),
            List.of("august", "aout", "agosto"),
            List.of("september", "septembre", "septiembre", "setiembre"),
            List.of("october", "oktober", "octobre", "octubre"),
            List.of("november", "novembre", "noviembre"),
            List.of("december", "dezember", "decembre", "diciembre"));

    /** First years of the calendars that count years of their own, less one. */
    private static final Map<String, Integer> ERAS =
            Map.of("令和", 2018, "平成", 1988, "昭和", 1925, "大正", 1911, "民国", 1911, "民國", 1911);

    private static final Pattern ERA = Pattern.compile("(令和|平成|昭和|大正|民国|民國)\\s*(元|\\d{1,3})\\s*(?=年)");

    /** Korean units and parts of a year. */
    private static final Map<String, String> KOREAN =
            Map.of("년", "年", "월", "月", "일", "日", "상반기", "上半年", "하반기", "下半年", "분기", "季度", "말", "底", "초", "初");

    private static final Pattern KOREAN_UNIT = Pattern.compile("(?<=[\\d年月 ])(?:년도?|월|일|상반기|하반기|분기|말|초)");

    private DateText() {}

    /** Whether a text has the date format of universe files. */
    public static boolean isIso(String text) {
        return DAY.matcher(text).matches();
    }

    /**
     * The first and second number of a date that ends with its year, such as {@code 3/4/2025}; empty for other texts.
     */
    static int[] dayAndMonth(String text) {
        Matcher matcher = DAY_FIRST.matcher(dated(text));
        return matcher.matches()
                ? new int[] {Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))}
                : new int[0];
    }

    /**
     * The two dates that a text such as {@code 3/4/2025} can mean, month first and day first; null if it is not
     * ambiguous.
     */
    public static @Nullable List<String> twoWays(String given) {
        Matcher matcher = DAY_FIRST.matcher(dated(given));
        if (!matcher.matches()) {
            return null;
        }
        int one = Integer.parseInt(matcher.group(1));
        int other = Integer.parseInt(matcher.group(2));
        String year = matcher.group(3);
        return one > 12 || other > 12 || one == other
                ? null
                : List.of(day(year, matcher.group(1), matcher.group(2)), day(year, matcher.group(2), matcher.group(1)));
    }

    /** Possible meanings of a date without exact limits, such as {@code mid 2025}; null for other texts. */
    public static @Nullable List<String> vague(String given) {
        YearPart part = YearPart.of(dated(given));
        return part == null || part.exact() ? null : part.meant();
    }

    /**
     * Possible meanings, with the full year, of a date with a two-digit year, such as {@code 5-Mar-25}; empty for other
     * texts.
     */
    public static List<String> shortYear(String given) {
        String text = plain(given);
        if (SHORT_NAMED.matcher(dated(given)).matches()) {
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
     * The first and last year, month or day of a period such as {@code 2023-2025}, 2025年3-5月 or {@code March–May 2025};
     * also the day that {@code 2025-03/05} can be. Null for other texts.
     */
    public static @Nullable List<String> period(String given) {
        String text = AROUND.matcher(dated(given)).replaceAll("").strip();
        if (text.length() > LONGEST_PERIOD || isExact(iso(text))) {
            return null;
        }
        Matcher between = BETWEEN.matcher(text);
        while (between.find()) {
            String start = text.substring(0, between.start());
            String end = text.substring(between.end());
            String last = completed(end, start, true, "");
            String first = last == null ? null : completed(start, end, false, last);
            if (first != null && last != null && first.compareTo(last) < 0) {
                Matcher mixed = MIXED_SIGNS.matcher(text);
                String day = mixed.matches() ? day(mixed.group(1), mixed.group(2), mixed.group(3)) : "";
                return isExact(day) ? List.of(first, last, day) : List.of(first, last);
            }
        }
        return null;
    }

    /**
     * An end of a period as a date, with the fewest words taken from the other end: the year in front of 5月, or behind
     * {@code March}; if possible as exact as a known end. Null if it is no date.
     */
    private static @Nullable String completed(String end, String other, boolean isLast, String known) {
        if (isLast && end.matches("\\d{2}") && YEAR_ALONE.matcher(other).matches()) {
            return other.substring(0, 2) + end; // 2024/25
        }
        String found = null;
        for (int taken = 0; taken <= other.length(); taken++) {
            String iso = isLast
                    ? joined(other.substring(0, taken), end)
                    : joined(end, other.substring(other.length() - taken));
            if (isExact(iso) && iso.replaceAll("\\d", "").equals(known.replaceAll("\\d", ""))) {
                return iso;
            }
            found = found == null && isExact(iso) ? iso : found;
        }
        return found;
    }

    /** The date of two texts in one; empty if a number would be made of two. */
    private static String joined(String one, String other) {
        boolean numbers = !one.isEmpty()
                && !other.isEmpty()
                && Character.isDigit(one.charAt(one.length() - 1))
                && Character.isDigit(other.charAt(0));
        return numbers ? "" : iso(one + other);
    }

    private static boolean isExact(String iso) {
        return EXACT.matcher(iso).matches();
    }

    /** Whether a text is a day or a month without its year. */
    public static boolean isWithoutYear(String given) {
        String text = AROUND.matcher(dated(given)).replaceAll("").strip();
        return WITHOUT_YEAR.matcher(text).matches()
                || Stream.of(BETWEEN.split(text))
                        .allMatch(end -> WITHOUT_YEAR.matcher(end).matches());
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

    /** A text in lower case and half width, without a time, with Western years, Chinese units and months as m03. */
    private static String dated(String given) {
        String text = plain(given).toLowerCase(Locale.ROOT);
        text = ERA.matcher(text)
                .replaceAll(found -> String.valueOf(ERAS.getOrDefault(found.group(1), 0)
                        + (found.group(2).equals("元") ? 1 : Integer.parseInt(found.group(2)))));
        text = KOREAN_UNIT.matcher(text).replaceAll(found -> KOREAN.getOrDefault(found.group(), "年度"));
        text = WORD.matcher(text).replaceAll(found -> {
            int month = month(found.group());
            return month == 0 ? found.group() : String.format(Locale.ROOT, "m%02d", month);
        });
        Matcher time = TIME.matcher(text.replaceAll("(m\\d{2})\\.", "$1"));
        return time.matches() ? time.group(1) : text.replaceAll("(m\\d{2})\\.", "$1");
    }

    /** The number of a month from its name or an abbreviation of it; 0 if the word names none or several. */
    private static int month(String word) {
        String plain = Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{Mn}", "");
        int found = 0;
        for (int month = 1; month <= MONTHS.size(); month++) {
            if (MONTHS.get(month - 1).stream().anyMatch(name -> name.startsWith(plain))) {
                if (found > 0) {
                    return 0;
                }
                found = month;
            }
        }
        return found;
    }

    /** A date in the form of universe files; the text itself if it is not a known form of a date. */
    public static String iso(String given) {
        if (ISO.matcher(given).matches()) {
            return given;
        }
        String text = dated(given);
        Matcher first = YEAR_FIRST.matcher(text);
        if (first.matches()) {
            return first.group(4) != null
                    ? day(first.group(4), first.group(6), first.group(7))
                    : first.group(3) == null
                            ? month(first.group(1), first.group(2))
                            : day(first.group(1), first.group(2), first.group(3));
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
        YearPart part = YearPart.of(text);
        return part != null && part.exact() ? part.meant().get(0) : western(text, given);
    }

    private static String month(String year, String month) {
        return String.format(Locale.ROOT, "%s-%02d", year, Integer.parseInt(month));
    }

    private static String western(String text, String given) {
        Matcher last = DAY_FIRST.matcher(text);
        if (last.matches()) {
            String one = last.group(1);
            String other = last.group(2);
            return Integer.parseInt(one) > 12 ? day(last.group(3), other, one) : day(last.group(3), one, other);
        }
        Matcher monthFirst = MONTH_FIRST.matcher(text);
        if (monthFirst.matches() && Integer.parseInt(monthFirst.group(1)) <= 12) {
            return month(monthFirst.group(2), monthFirst.group(1));
        }
        Matcher named = NAMED.matcher(text);
        if (!named.matches() || (named.group(1) != null && named.group(3) != null)) {
            return given;
        }
        String year = named.group(4) == null ? named.group(5) : named.group(4);
        String month = named.group(4) == null ? named.group(6) : named.group(2);
        String day = Stream.of(1, 3, 7)
                .map(named::group)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
        return day.isEmpty() ? month(year, month) : day(year, month, day);
    }

    private static String day(String year, String month, String day) {
        return month(year, month) + String.format(Locale.ROOT, "-%02d", Integer.parseInt(day));
    }

    /**
     * A named part of a year: {@code 2025年上半年}, {@code Q3 2025}, {@code end of 2025}.
     *
     * @param meant possible dates in the form of universe files
     * @param exact whether the part has exact limits, those of the only date
     */
    private record YearPart(List<String> meant, boolean exact) {

        private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})\\s*(?:年度|年|-|/|,)?\\s*(.+)");
        private static final Pattern YEAR_LAST = Pattern.compile("(.+?)(?:\\s+(?:of|del?)\\b|\\s*[-/,])?\\s*(\\d{4})");

        /** Words for a part of a year, and the suffixes of the possible dates after the year. */
        private record Words(Pattern words, boolean exact, List<String> suffixes) {

            static Words of(String words, String suffix) {
                return new Words(Pattern.compile(words), true, List.of(suffix));
            }

            static Words vague(String words, String... suffixes) {
                return new Words(Pattern.compile(words), false, List.of(suffixes));
            }
        }

        private static final List<Words> PARTS = List.of(
                Words.of(
                        "h1|1h|上半年|(?:the )?(?:first|1st) half|1\\. halbjahr|erstes halbjahr|(?:1er|premier)"
                                + " semestre|primer semestre|s1",
                        "-H1"),
                Words.of(
                        "h2|2h|下半年|(?:the )?(?:second|2nd) half|2\\. halbjahr|zweites halbjahr|(?:2e|second)"
                                + " semestre|segundo semestre|s2",
                        "-H2"),
                Words.of(
                        "q1|1q|第?1季度?|(?:the )?(?:first|1st) quarter|1\\. quartal|1er trimestre|primer trimestre|t1",
                        "-Q1"),
                Words.of(
                        "q2|2q|第?2季度?|(?:the )?(?:second|2nd) quarter|2\\. quartal|2e trimestre|segundo trimestre|t2",
                        "-Q2"),
                Words.of(
                        "q3|3q|第?3季度?|(?:the )?(?:third|3rd) quarter|3\\. quartal|3e trimestre|tercer trimestre|t3",
                        "-Q3"),
                Words.of(
                        "q4|4q|第?4季度?|(?:the )?(?:fourth|4th) quarter|4\\. quartal|4e trimestre|cuarto trimestre|t4",
                        "-Q4"),
                // The end of a year means its last month; the exact day is open.
                Words.of("年?底|年?末|(?:the )?end|year[- ]?end|ende|fin|fines|finales", "-12"),
                Words.vague(
                        "年?初|early|(?:the )?(?:beginning|start)|anfang|debut|début|principios|inicios",
                        "-01",
                        "-Q1",
                        ""),
                Words.vague("年?中|年中期|mid|mid-year|(?:the )?middle|mitte|mi|mediados", "-06", "-Q2", ""),
                Words.vague("前三季度|前3季度|(?:the )?first (?:three|3) quarters", "-Q3", ""),
                Words.vague("late", "-Q4", "-H2", ""),
                // Halves and quarters of financial years, which begin in other months, and the years themselves.
                Words.vague("上半?期", "-H1"),
                Words.vague("下半?期", "-H2"),
                Words.vague("第?1四半期", "-Q1"),
                Words.vague("第?2四半期", "-Q2"),
                Words.vague("第?3四半期", "-Q3"),
                Words.vague("第?4四半期", "-Q4"),
                Words.vague("fy|f\\.y\\.|fiscal year|financial year|财年|会计年度|会計年度", ""));

        YearPart {
            meant = List.copyOf(meant);
        }

        /** The part of a year named by a text in the form of {@link #dated}; null if there is none. */
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
                            one.suffixes.stream().map(suffix -> year + suffix).toList(), one.exact);
                }
            }
            return null;
        }
    }
}
