package dev.winnow.papers.letter;

import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.source.Message;
import dev.winnow.records.internal.entry.DecisionCondition;
import dev.winnow.records.internal.entry.FulfilmentEntry;
import dev.winnow.records.internal.entry.LetterKind;
import dev.winnow.records.internal.store.StoredRecord;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the kind of a letter by the recorded decision or, without one, by the verdict.
 *
 * @param pairs the explanations of the pairs in question
 * @param decided the recorded decision; null if there is none
 * @param reasons reasons written for the addressee
 */
public record LetterOrders(
        List<Explanation> pairs, @Nullable Decided decided, List<String> reasons) {

    /**
     * A recorded decision.
     *
     * @param record its record
     * @param met the days on which its conditions are stated as met, by their numbers
     */
    public record Decided(StoredRecord record, Map<Integer, LocalDate> met) {

        public Decided {
            met = Map.copyOf(met);
        }

        /** Returns the last decision about a project in a city; null if there is none. */
        public static @Nullable Decided last(List<StoredRecord> all, String project, String city) {
            StoredRecord last = StoredRecord.lastDecision(all, project, city);
            if (last == null) {
                return null;
            }
            Map<Integer, LocalDate> met = new HashMap<>();
            for (StoredRecord one : last.fulfilments(all)) {
                FulfilmentEntry entry = (FulfilmentEntry) one.entry();
                met.put(entry.condition().id(), entry.met());
            }
            return new Decided(last, met);
        }
    }

    public LetterOrders {
        pairs = List.copyOf(pairs);
        reasons = List.copyOf(reasons);
    }

    /**
     * Returns the order of a letter.
     *
     * @param toApplicant whether it goes to the applicant; others get requests only
     * @param anyQuestions whether there is any question to the addressee
     * @throws NoLetter if there is nothing to write, or a condition of the decision is overdue
     */
    public Letter.Order order(boolean toApplicant, boolean anyQuestions, LocalDate day, LocalDate until)
            throws NoLetter {
        LetterKind kind = toApplicant ? toApplicant(anyQuestions) : request(anyQuestions);
        if (kind != LetterKind.DECLINED) {
            requireNoneOverdue(day);
        }
        boolean states = kind == LetterKind.DECLINED || kind == LetterKind.RECOMMENDED;
        return new Letter.Order(kind, day, until, reasons, recorded(), states && decided == null);
    }

    private void requireNoneOverdue(LocalDate day) throws NoLetter {
        for (DecisionCondition one : recorded()) {
            LocalDate met = Objects.requireNonNull(decided).met().get(one.id());
            if (one.due().isBefore(day) && (met == null || met.isAfter(day))) {
                throw new NoLetter(
                        NoLetter.Kind.OVERDUE,
                        Message.of(
                                        "condition `%s` was to be met by %s, before the date of the letter, %s",
                                        one.id(), one.due(), day)
                                .with(Message.of("record that it is met or decide anew: `%s`", "winnow decide")));
            }
        }
    }

    private List<DecisionCondition> recorded() {
        return decided == null ? List.of() : decided.record().decision().allConditions();
    }

    private static LetterKind request(boolean anyQuestions) throws NoLetter {
        if (!anyQuestions) {
            throw new NoLetter(
                    NoLetter.Kind.NOTHING_TO_ASK, Message.of("no open question to this addressee decides anything"));
        }
        return LetterKind.REQUEST;
    }

    private LetterKind toApplicant(boolean anyQuestions) throws NoLetter {
        List<Verdict> verdicts = pairs.stream()
                .map(pair -> decided == null
                        ? pair.assessment().verdict()
                        : decided.record().decision().decision())
                .distinct()
                .toList();
        if (pairs.size() > 1 && !verdicts.equals(List.of(Verdict.HOLD))) {
            throw new NoLetter(
                    NoLetter.Kind.SEVERAL_VERDICTS,
                    Message.of("the verdicts differ by city").with(Message.of("name the city")));
        }
        if (verdicts.get(0) == Verdict.DECLINE
                && reasons.isEmpty()
                && pairs.get(0).assessment().verdict() != Verdict.DECLINE) {
            throw new NoLetter(
                    NoLetter.Kind.NO_REASONS,
                    Message.of("the rules do not decline this project, so they give no reasons for the letter"));
        }
        return switch (verdicts.get(0)) {
            case DECLINE -> LetterKind.DECLINED;
            case RECOMMEND -> LetterKind.RECOMMENDED;
            case HOLD -> anyQuestions ? LetterKind.REQUEST : LetterKind.PENDING;
        };
    }
}
