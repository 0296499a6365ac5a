package dev.winnow.past.watch;

import dev.winnow.engine.ScreeningRequest;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.records.internal.store.RecordStore;
import dev.winnow.records.internal.store.StoredRecord;
import dev.winnow.report.html.HtmlReport;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.document.Document;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;

/** The recommendations on record, screened again, in the forms in which they are shown. */
record RecordedWatch(Watch watch, RecordedRecommendations recorded, ScreeningResult result, Wording wording) {

    /** A condition is due from this number of days before its last day on, if no other number is given. */
    static final int DAYS_BEFORE_DUE = 30;

    /**
     * Screens again.
     *
     * @param records the records in their order
     * @param today the day on which conditions are due
     * @param within number of days before the last day of a condition from which it is due
     */
    static RecordedWatch of(
            RecordStore store,
            List<StoredRecord> records,
            ScreeningRequest request,
            ScreeningResult result,
            LocalDate today,
            int within,
            Wording wording) {
        RecordedRecommendations recorded = RecordedRecommendations.of(
                store, records, result.pack().name(), result.pack().language());
        return new RecordedWatch(Watch.of(recorded.by(), request, result, today, within), recorded, result, wording);
    }

    private FactWords facts() {
        return new FactWords(wording, result.asked().names());
    }

    Document document() {
        return WatchContents.of(watch, recorded.byOthers(), wording, facts());
    }

    void writePage(OutputStream out) throws IOException {
        HtmlReport.inWords(wording, facts())
                .document(document(), "watch", WatchContents.judged(watch), result.pack(), out);
    }

    /** Returns the calendar of conditions. */
    String calendar() {
        return ConditionCalendar.of(watch, wording, new WatchSentences(wording, facts()));
    }
}
