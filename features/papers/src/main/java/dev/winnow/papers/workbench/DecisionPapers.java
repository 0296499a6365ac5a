package dev.winnow.papers.workbench;

import dev.winnow.analysis.insight.Insight;
import dev.winnow.analysis.internal.paths.AnswerReach;
import dev.winnow.analysis.internal.paths.DecisiveQuestions;
import dev.winnow.console.input.RecordsInput;
import dev.winnow.console.option.Addressee;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.engine.ScreeningSession;
import dev.winnow.language.PackException;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.vocabulary.LocalName;
import dev.winnow.papers.letter.Letter;
import dev.winnow.papers.letter.LetterContents;
import dev.winnow.papers.letter.LetterOrders;
import dev.winnow.papers.letter.LetterQuestions;
import dev.winnow.papers.letter.LetterTemplates;
import dev.winnow.papers.letter.NoLetter;
import dev.winnow.papers.minutes.Meeting;
import dev.winnow.papers.minutes.MinutesContents;
import dev.winnow.papers.paper.EarlierRecord;
import dev.winnow.papers.paper.PaperContents;
import dev.winnow.papers.paper.PaperFrame;
import dev.winnow.records.internal.entry.LetterEntry;
import dev.winnow.records.internal.store.RecordStore;
import dev.winnow.records.internal.store.RecordsFailure;
import dev.winnow.records.internal.store.StoredRecord;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.contents.MinutesAdditions;
import dev.winnow.report.internal.contents.PairAdditions;
import dev.winnow.report.internal.document.Document;
import dev.winnow.web.internal.RefusedRequest;
import dev.winnow.web.internal.Status;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The documents about decisions, as the commands write them from the current work and the records.
 *
 * @param records the records; null if none are used
 * @param templates the templates of letters
 */
record DecisionPapers(@Nullable RecordsInput records, LetterTemplates templates, Wording wording) {

    /** Looks something up in an open store; null if it is not there. */
    private interface Search<T> {
        @Nullable
        T in(RecordStore store);
    }

    /** Returns what a function finds in the records; null without records. */
    private <T> @Nullable T found(Search<T> search) throws RefusedRequest {
        if (records == null) {
            return null;
        }
        try (RecordStore store = records.reading().get()) {
            return search.in(store);
        } catch (RecordsFailure.None e) {
            return null;
        } catch (RecordsFailure e) {
            throw RecordsInput.refused(e);
        }
    }

    /**
     * Returns the decision paper on a pair.
     *
     * @param insight the analyses of the screening
     * @param additions the additions of a panel
     */
    public Document paper(ScreeningResult result, Assessment pair, Insight insight, PairAdditions additions)
            throws RefusedRequest {
        ScreeningSession session = result.session();
        Explanation explanation = session.withCritical(session.explain(pair));
        Insight explained = Insight.of(session, true, insight::robustness);
        return new PaperFrame(templates.bureau(), null, null, null, null)
                .around(
                        PaperContents.of(result, explained, additions, explanation, null, earlier(pair), wording),
                        wording);
    }

    private @Nullable EarlierRecord earlier(Assessment pair) throws RefusedRequest {
        try {
            return found(store -> EarlierRecord.find(
                    store, store.records().complete(), pair.project(), pair.city(), wording.language()));
        } catch (PackException e) {
            throw new RefusedRequest(Status.CONFLICT, e.problems().get(0).what());
        }
    }

    /**
     * Returns the letter about a pair.
     *
     * @param to the word of a usual addressee: {@code applicant}
     * @param reasons reasons written for the applicant; empty for those of the rules
     * @param dated the date of the letter; null for today
     */
    public Document letter(
            ScreeningResult result, Assessment pair, String to, List<String> reasons, @Nullable LocalDate dated)
            throws RefusedRequest {
        LocalName who = LetterContents.USUAL.get(to);
        if (who == null) {
            throw new RefusedRequest(
                    Status.UNPROCESSABLE,
                    Message.of("unknown addressee `%s`", to)
                            .with(Nearest.oneOf(
                                    to,
                                    LetterContents.USUAL.keySet().stream()
                                            .sorted()
                                            .toList())));
        }
        List<Explanation> pairs = result.session().explanations(List.of(pair)).toList();
        List<LetterEntry.Asked> questions = LetterQuestions.of(
                DecisiveQuestions.of(result.session(), pairs, who),
                asked -> AnswerReach.of(result.session(), pairs, asked),
                result.asked().names(),
                wording);
        LetterOrders.Decided decided =
                found(store -> LetterOrders.Decided.last(store.records().complete(), pair.project(), pair.city()));
        LocalDate day = orToday(dated);
        try {
            Letter.Order order = new LetterOrders(pairs, decided, reasons)
                    .order(
                            who.equals(Addressee.APPLICANT),
                            !questions.isEmpty(),
                            day,
                            day.plusDays(LetterContents.DAYS_TO_REPLY));
            return LetterContents.of(order, who, questions, result, pairs, templates, wording)
                    .document();
        } catch (NoLetter e) {
            throw new RefusedRequest(
                    Status.CONFLICT,
                    e.kind() == NoLetter.Kind.NO_REASONS
                            ? e.what().with(Message.of("write them for the applicant"))
                            : e.what());
        }
    }

    private static LocalDate orToday(@Nullable LocalDate day) {
        return day == null ? LocalDate.now(ZoneId.systemDefault()) : day;
    }

    /**
     * Returns the minutes of the decisions on record.
     *
     * @param additions the additions of a panel
     * @param from the first day; null for all before {@code until}
     * @param until the last day; null for all from {@code from}
     */
    public Document minutes(MinutesAdditions additions, @Nullable LocalDate from, @Nullable LocalDate until)
            throws RefusedRequest {
        return RecordsInput.required(records).read(store -> {
            List<StoredRecord> all = store.records().complete();
            return MinutesContents.of(
                    Meeting.NONE,
                    additions,
                    MinutesContents.decisions(all, from, until),
                    all.isEmpty() ? null : all.get(all.size() - 1),
                    wording);
        });
    }
}
