package dev.winnow.tables.cells;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a year as people name it: {@code 2025年上半年}, {@code Q3 2025}, {@code end of 2025}.
 *
 * @param meant the dates of a universe that it can mean; one if it is clear from which day to which it lasts
 */
record YearPart(List<String> meant) {

    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})\\s*(?:年度|年|-|/|,)?\\s*(.+)");
    private static final Pattern YEAR_LAST = Pattern.compile("(.+?)\\s*(?:of|-|/|,)?\\s*(\\d{4})");

    /** Words for a part, and what follows the year in the dates that they can mean. */
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
            // The last month is what a year's end means; when within it, nobody says.
            Words.of("年?底|年?末|(?:the )?end|year[- ]?end", "-12"),
            Words.of("年?初|early|(?:the )?(?:beginning|start)", "-01", "-Q1", ""),
            Words.of("年?中|年中期|mid|mid-year|(?:the )?middle", "-06", "-Q2", ""),
            Words.of("前三季度|前3季度|(?:the )?first (?:three|3) quarters", "-Q3", ""),
            Words.of("late", "-Q4", "-H2", ""));

    YearPart {
        meant = List.copyOf(meant);
    }

    /** The part of a year that a text in small letters of plain width names; null if it names none. */
    static @Nullable YearPart of(String text) {
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
