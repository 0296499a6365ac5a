package dev.winnow.records.internal.text;

import dev.winnow.records.internal.content.PairResult;
import dev.winnow.records.internal.entry.RecordOrigin;
import dev.winnow.records.internal.store.StoredRecord;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.layout.CleanText;
import dev.winnow.report.internal.layout.Colours;
import dev.winnow.report.internal.layout.Columns;
import dev.winnow.report.internal.layout.Page;
import java.util.List;

/** Writes the records of a place, or one of them, for people. */
public final class HistoryText {

    /** Maximum width of prose. */
    public static final int MOST = 120;

    /** Maximum number of pairs in a list. */
    private static final int MANY = 200;

    /** Width of the longest verdict, in columns. */
    private static final int VERDICT = 9;

    private final Wording wording;
    private final Colours colours;
    private final RecordWords words;
    private final Page page;

    private HistoryText(Wording wording, Colours colours, int width) {
        this.wording = wording;
        this.colours = colours;
        this.words = new RecordWords(wording);
        this.page = new Page(width);
    }

    /**
     * Writes a list of records, one sentence each.
     *
     * @param place the place of the records
     * @param width the available width, in columns
     */
    public static String list(List<StoredRecord> records, String place, Wording wording, Colours colours, int width) {
        HistoryText text = new HistoryText(wording, colours, width);
        text.list(records, place);
        return text.page.toString();
    }

    private void list(List<StoredRecord> records, String place) {
        String title = wording.sentence("winnow: records in %s: %s; times are UTC", place, records.size());
        page.line(colours.strong(CleanText.of(title))); // a path is not broken
        int digits = records.stream()
                .mapToInt(one -> Long.toString(one.number()).length())
                .max()
                .orElse(1);
        for (StoredRecord record : records) {
            RecordOrigin origin = record.entry().origin();
            page.hanging(
                    Columns.right(Long.toString(record.number()), digits) + "  " + words.minute(origin) + "  ",
                    wording.sentence("%s %s", origin.by(), words.summary(record.entry())));
        }
        if (!records.isEmpty()) {
            StoredRecord last = records.get(records.size() - 1);
            page.line("");
            page.line(colours.faint(wording.sentence("record %s has the hash %s", last.number(), last.hash())));
        }
    }

    /**
     * Writes one screening.
     *
     * @param pairs its pairs
     * @param decisions the records of decisions on it
     */
    public static String screening(
            StoredRecord record,
            List<PairResult> pairs,
            List<StoredRecord> decisions,
            Wording wording,
            Colours colours,
            int width) {
        HistoryText text = new HistoryText(wording, colours, width);
        text.screening(record, pairs, decisions);
        return text.page.toString();
    }

    private void screening(StoredRecord record, List<PairResult> pairs, List<StoredRecord> decisions) {
        page.line(colours.strong(wording.say(words.title(record))));
        words.facts(record).forEach(this::field);
        String above = "";
        for (PairResult pair : pairs.subList(0, Math.min(pairs.size(), MANY))) {
            String city = wording.sentence("%s, as of %s", wording.name(pair.cityName()), wording.day(pair.asOf()));
            if (!city.equals(above)) {
                page.section(colours.strong(Columns.cut(city, page.width())));
                above = city;
            }
            page.hanging(
                    "  " + colours.paint(pair.verdict(), Columns.left(words.verdict(pair.verdict()), VERDICT)) + "  ",
                    wording.name(pair.projectName()));
        }
        if (pairs.size() > MANY) {
            page.line("  "
                    + wording.sentence(
                            "and %s more, all by `%s`",
                            pairs.size() - MANY, "winnow history " + record.number() + " --results"));
        }
        lines("Decisions", decisions);
    }

    private void lines(String heading, List<StoredRecord> records) {
        if (!records.isEmpty()) {
            page.section(colours.strong(wording.sentence(heading)));
            for (StoredRecord one : records) {
                page.hanging(
                        "  " + one.number() + "  " + words.minute(one.entry().origin()) + "  ",
                        wording.sentence("%s %s", one.entry().origin().by(), words.summary(one.entry())));
            }
        }
    }

    /**
     * Writes one decision, or one statement on a condition.
     *
     * @param all all records
     */
    public static String decision(
            StoredRecord record, List<StoredRecord> all, Wording wording, Colours colours, int width) {
        HistoryText text = new HistoryText(wording, colours, width);
        text.decision(record, all);
        return text.page.toString();
    }

    private void decision(StoredRecord record, List<StoredRecord> all) {
        page.line(colours.strong(wording.say(words.title(record))));
        words.facts(record).forEach(this::field);
        lines("Conditions met", record.fulfilments(all));
        lines("Other decisions on it", record.otherDecisions(all));
    }

    private void field(RecordWords.Fact fact) {
        page.hanging("  " + Columns.left(fact.label(), 10) + "  ", fact.text());
    }
}
