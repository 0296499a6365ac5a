package dev.winnow.model.value;

import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date as far as it is given: {@code 2018}, {@code 2018-03} or {@code 2018-03-30}.
 *
 * @param first its first day
 * @param last its last day
 */
public record Period(LocalDate first, LocalDate last) {

    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");
    private static final Pattern NEARLY = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})(?:[-/.月](\\d{1,2})日?)?月?");
    private static final int EARLIEST = 1900;
    private static final int LATEST = 2200;

    /** Reads a scalar; null if it is no date, with the reason among the problems. */
    public static @Nullable Period parse(String key, Node node, List<Problem> problems) {
        if (!node.isScalar()) {
            problems.add(
                    node.problem("`" + key + "` is a date, not " + node.kind().words(), null));
            return null;
        }
        String text = node.text().strip();
        Matcher matcher = DATE.matcher(text);
        if (!matcher.matches()) {
            problems.add(node.problem("`" + text + "` is not a date", advice(text)));
            return null;
        }
        int year = Integer.parseInt(matcher.group(1));
        if (year < EARLIEST || year > LATEST) {
            String side = year < EARLIEST ? "before " + EARLIEST : "after " + LATEST;
            problems.add(node.problem("`" + text + "` is " + side, null));
            return null;
        }
        return parts(text, year, matcher.group(2), matcher.group(3), node, problems);
    }

    private static @Nullable Period parts(
            String text, int year, @Nullable String month, @Nullable String day, Node node, List<Problem> problems) {
        if (month == null) {
            return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        }
        int monthOfYear = Integer.parseInt(month);
        if (monthOfYear < 1 || monthOfYear > 12) {
            problems.add(node.problem("`" + text + "` is no date: a year has months 01 to 12", null));
            return null;
        }
        YearMonth whole = YearMonth.of(year, monthOfYear);
        if (day == null) {
            return new Period(whole.atDay(1), whole.atEndOfMonth());
        }
        int dayOfMonth = Integer.parseInt(day);
        if (!whole.isValidDay(dayOfMonth)) {
            String name = whole.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            problems.add(node.problem(
                    "`" + text + "` is no date: " + name + " " + year + " has " + whole.lengthOfMonth() + " days",
                    null));
            return null;
        }
        LocalDate date = whole.atDay(dayOfMonth);
        return new Period(date, date);
    }

    private static String advice(String text) {
        Matcher nearly = NEARLY.matcher(text);
        if (nearly.matches()) {
            int month = Integer.parseInt(nearly.group(2));
            String day = nearly.group(3);
            String meant = String.format(Locale.ROOT, "%s-%02d", nearly.group(1), month)
                    + (day == null ? "" : String.format(Locale.ROOT, "-%02d", Integer.parseInt(day)));
            if (isDate(meant)) {
                return "maybe `" + meant + "`?";
            }
        }
        return "maybe `2018-03-30`, `2018-03` or `2018`?";
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text.length() == 7 ? text + "-01" : text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
