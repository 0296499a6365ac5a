package dev.winnow.records.internal.text;

import dev.winnow.records.internal.content.PairResult;
import dev.winnow.records.internal.entry.DecisionEntry;
import dev.winnow.records.internal.entry.RecordOrigin;
import dev.winnow.records.internal.entry.ScreeningEntry;
import dev.winnow.records.internal.entry.ScreeningOptions;
import dev.winnow.records.internal.store.StoredRecord;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.layout.CleanText;
import dev.winnow.report.internal.layout.Colours;
import dev.winnow.report.internal.layout.Columns;
import dev.winnow.report.internal.layout.Page;
import dev.winnow.report.internal.sentences.Editions;
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
            ScreeningEntry screening,
            List<PairResult> pairs,
            List<StoredRecord> decisions,
            Wording wording,
            Colours colours,
            int width) {
        HistoryText text = new HistoryText(wording, colours, width);
        text.screening(record, screening, pairs, decisions);
        return text.page.toString();
    }

    private void screening(
            StoredRecord record, ScreeningEntry screening, List<PairResult> pairs, List<StoredRecord> decisions) {
        ScreeningOptions options = screening.options();
        head(record, wording.sentence("Record %s: a screening", record.number()));
        field(
                "pack",
                wording.sentence(
                        "%s, digest %s",
                        Editions.named(screening.pack()), screening.pack().digest()));
        field(
                "universe",
                wording.sentence(
                        "%s, digest %s",
                        Editions.named(screening.universe()),
                        screening.universe().digest()));
        field("as of", words.asOf(options));
        if (!options.assumed().isEmpty()) {
            field("assumed", String.join("; ", options.assumed()));
        }
        List<String> projects = options.projects();
        List<String> cities = options.cities();
        if (projects != null) {
            field("projects", wording.list(projects));
        }
        if (cities != null) {
            field("cities", wording.list(cities));
        }
        if (options.top() != null) {
            field("the best", String.valueOf(options.top()));
        }
        if (screening.leftOut() > 0) {
            field("left out", wording.sentence("problems of the universe: %s", screening.leftOut()));
        }
        field("results", words.counts(screening.verdicts()));
        tail(record);
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
        if (!decisions.isEmpty()) {
            page.section(colours.strong(wording.sentence("Decisions")));
            for (StoredRecord one : decisions) {
                page.hanging(
                        "  " + one.number() + "  " + words.minute(one.entry().origin()) + "  ",
                        wording.sentence("%s %s", one.entry().origin().by(), words.summary(one.entry())));
            }
        }
    }

    /**
     * Writes one decision.
     *
     * @param others the records of other decisions on the same pair
     */
    public static String decision(
            StoredRecord record,
            DecisionEntry decision,
            List<StoredRecord> others,
            Wording wording,
            Colours colours,
            int width) {
        HistoryText text = new HistoryText(wording, colours, width);
        text.decision(record, decision, others);
        return text.page.toString();
    }

    private void decision(StoredRecord record, DecisionEntry decision, List<StoredRecord> others) {
        head(record, wording.sentence("Record %s: a decision", record.number()));
        field(
                "about",
                wording.sentence(
                        "%s, as of %s",
                        words.pair(decision.pair()), wording.day(decision.pair().asOf())));
        field("decision", words.verdict(decision.decision()));
        field("rules", words.against(decision));
        field("reason", decision.reason());
        tail(record);
        if (!others.isEmpty()) {
            page.section(colours.strong(wording.sentence("Other decisions on it")));
            for (StoredRecord one : others) {
                page.hanging(
                        "  " + one.number() + "  " + words.minute(one.entry().origin()) + "  ",
                        wording.sentence("%s %s", one.entry().origin().by(), words.summary(one.entry())));
            }
        }
    }

    private void head(StoredRecord record, String title) {
        RecordOrigin origin = record.entry().origin();
        page.line(colours.strong(title));
        field("when", wording.sentence("%s UTC", words.minute(origin)));
        field("who", origin.by());
        field("program", words.program(origin));
    }

    private void tail(StoredRecord record) {
        field("hash", record.hash());
        field("follows", record.previous());
    }

    private void field(String english, String value) {
        page.hanging("  " + Columns.left(wording.sentence(english), 10) + "  ", value);
    }
}
