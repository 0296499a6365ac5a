package dev.winnow.model.value;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date in any precision: {@code 2018}, {@code 2018-H1}, {@code 2018-Q3}, {@code 2018-03} or {@code 2018-03-30}.
 *
 * @param first its first day
 * @param last its last day
 */
public record Period(LocalDate first, LocalDate last) {

    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?|-([HQ])([1-4]))?");
    private static final Pattern NEARLY = Pattern.compile("(\\d{4})([-/.年])(\\d{1,2})(?:(?:\\2|月)(\\d{1,2})日?|月)?");
    private static final int EARLIEST = 1900;
    private static final int LATEST = 2200;

    /** Reads a scalar; null if it is not a date, with the reason among the problems. */
    public static @Nullable Period parse(String key, Node node, List<Problem> problems) {
        if (!node.isScalar()) {
            problems.add(node.problem(
                    Message.of("`%s` must be a date, not %s", key, node.kind().words())));
            return null;
        }
        String text = node.text().strip();
        Matcher matcher = DATE.matcher(text);
        if (!matcher.matches()) {
            String decorated = DigitForms.firstDecorated(text);
            problems.add(
                    decorated == null
                            ? node.problem(Message.of("`%s` is not a date", text), advice(text))
                            : node.problem(DigitForms.refusal(text, decorated)));
            return null;
        }
        int year = Integer.parseInt(matcher.group(1));
        if (year < EARLIEST || year > LATEST) {
            Message what = year < EARLIEST
                    ? Message.of("`%s` is before %s", text, EARLIEST)
                    : Message.of("`%s` is after %s", text, LATEST);
            problems.add(node.problem(what, null));
            return null;
        }
        if (matcher.group(4) != null) {
            int months = matcher.group(4).equals("H") ? 6 : 3;
            int nth = Integer.parseInt(matcher.group(5));
            if (nth * months > 12) {
                problems.add(node.problem(Message.of("`%s` is not a date: a year has two halves", text)));
                return null;
            }
            return new Period(
                    LocalDate.of(year, (nth - 1) * months + 1, 1),
                    YearMonth.of(year, nth * months).atEndOfMonth());
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
            problems.add(node.problem(Message.of("`%s` is not a date: a year has months 01 to 12", text)));
            return null;
        }
        YearMonth whole = YearMonth.of(year, monthOfYear);
        if (day == null) {
            return new Period(whole.atDay(1), whole.atEndOfMonth());
        }
        int dayOfMonth = Integer.parseInt(day);
        if (!whole.isValidDay(dayOfMonth)) {
            problems.add(node.problem(
                    Message.of("`%s` is not a date: %s has %s days", text, month(whole), whole.lengthOfMonth())));
            return null;
        }
        LocalDate date = whole.atDay(dayOfMonth);
        return new Period(date, date);
    }

    private static Message advice(String text) {
        Matcher nearly = NEARLY.matcher(text);
        if (nearly.matches()) {
            int month = Integer.parseInt(nearly.group(3));
            String day = nearly.group(4);
            String meant = String.format(Locale.ROOT, "%s-%02d", nearly.group(1), month)
                    + (day == null ? "" : String.format(Locale.ROOT, "-%02d", Integer.parseInt(day)));
            if (isDate(meant)) {
                return Message.of("did you mean `%s`?", meant);
            }
        }
        return Message.of("did you mean `%s`, `%s` or `%s`?", "2018-03-30", "2018-03", "2018");
    }

    private static Message month(YearMonth month) {
        int year = month.getYear();
        return switch (month.getMonth()) {
            case JANUARY -> Message.of("January %s", year);
            case FEBRUARY -> Message.of("February %s", year);
            case MARCH -> Message.of("March %s", year);
            case APRIL -> Message.of("April %s", year);
            case MAY -> Message.of("May %s", year);
            case JUNE -> Message.of("June %s", year);
            case JULY -> Message.of("July %s", year);
            case AUGUST -> Message.of("August %s", year);
            case SEPTEMBER -> Message.of("September %s", year);
            case OCTOBER -> Message.of("October %s", year);
            case NOVEMBER -> Message.of("November %s", year);
            case DECEMBER -> Message.of("December %s", year);
        };
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
