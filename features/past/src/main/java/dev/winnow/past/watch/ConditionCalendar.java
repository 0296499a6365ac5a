package dev.winnow.past.watch;

import dev.winnow.past.watch.ConditionState.Status;
import dev.winnow.report.i18n.Wording;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Writes conditions that are not met as an iCalendar file (RFC 5545): an all-day event on the last day of each. The
 * identifier of an event depends on its record alone, and its sequence grows with the day of the watch, so that a
 * calendar that imports a later file updates the event.
 */
public final class ConditionCalendar {

    /** Maximum length of a line in bytes, without its end. */
    private static final int MAX_LINE = 75;

    /** Number of digits of the hash of a record in an identifier, enough to be unique. */
    private static final int UID_DIGITS = 32;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Wording wording;
    private final WatchSentences said;
    private final LocalDate today;
    private final StringBuilder text = new StringBuilder();

    private ConditionCalendar(Wording wording, WatchSentences said, LocalDate today) {
        this.wording = wording;
        this.said = said;
        this.today = today;
    }

    /** Writes the conditions. */
    public static String of(Watch watch, Wording wording, WatchSentences said) {
        ConditionCalendar calendar = new ConditionCalendar(wording, said, watch.today());
        calendar.line("BEGIN:VCALENDAR");
        calendar.line("VERSION:2.0");
        calendar.line("PRODID:-//winnow//watch//" + wording.language().name());
        for (WatchedPair pair : watch.pairs()) {
            for (ConditionState state : pair.conditions()) {
                if (state.status() != Status.MET) {
                    calendar.event(pair, state);
                }
            }
        }
        calendar.line("END:VCALENDAR");
        return calendar.text.toString();
    }

    private void event(WatchedPair pair, ConditionState state) {
        DueCondition condition = state.condition();
        LocalDate recorded = LocalDate.ofInstant(condition.recordedAt(), ZoneOffset.UTC);
        String revised = TIME.format(
                today.isAfter(recorded)
                        ? today.atStartOfDay(ZoneOffset.UTC)
                        : condition.recordedAt().atZone(ZoneOffset.UTC));
        List<String> description = new ArrayList<>();
        if (condition.owner() != null) {
            description.add(wording.sentence("Owner: %s", condition.owner()));
        }
        description.add(said.recorded(pair.was()));
        description.add(said.subject(state));
        description.add(wording.sentence(
                "When it is met: `%s`", "winnow decide --met " + condition.record() + "/" + condition.id()));
        line("BEGIN:VEVENT");
        line("UID:" + condition.hash().substring(0, UID_DIGITS) + "-" + condition.id() + "@winnow");
        line("DTSTAMP:" + revised);
        line("LAST-MODIFIED:" + revised);
        line("SEQUENCE:" + Math.max(0, ChronoUnit.DAYS.between(recorded, today)));
        line("DTSTART;VALUE=DATE:" + DAY.format(condition.due())); // without an end, the event lasts this day
        line("SUMMARY:" + escaped(wording.sentence("Condition due: %s – %s", condition.text(), said.pair(pair.was()))));
        line("DESCRIPTION:"
                + escaped(description.stream().filter(one -> !one.isEmpty()).collect(Collectors.joining("\n"))));
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }

    /** Escapes a text; control characters, which calendars refuse, become blanks. */
    private static String escaped(String value) {
        StringBuilder escaped = new StringBuilder();
        value.replace("\r\n", "\n").codePoints().forEach(character -> {
            switch (character) {
                case '\n', '\r' -> escaped.append("\\n");
                case '\\', ';', ',' -> escaped.append('\\').appendCodePoint(character);
                default -> escaped.appendCodePoint(Character.isISOControl(character) ? ' ' : character);
            }
        });
        return escaped.toString();
    }

    /** Adds a line, folded between characters. */
    private void line(String content) {
        int length = 0;
        for (int at = 0; at < content.length(); at += Character.charCount(content.codePointAt(at))) {
            String character = Character.toString(content.codePointAt(at));
            int bytes = character.getBytes(StandardCharsets.UTF_8).length;
            if (length + bytes > MAX_LINE) {
                text.append("\r\n ");
                length = 1;
            }
            text.append(character);
            length += bytes;
        }
        text.append("\r\n");
    }
}
