package dev.winnow.records.internal.text;

import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.source.Message;
import dev.winnow.records.internal.entry.DecisionEntry;
import dev.winnow.report.internal.letters.Letter;
import dev.winnow.report.internal.letters.LetterKind;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the kind of a letter by the recorded decision or, without one, by the verdict.
 *
 * @param pairs the explanations of the pairs in question
 * @param decision the recorded decision; null if there is none
 * @param reasons reasons written for the addressee
 */
public record LetterOrders(
        List<Explanation> pairs, @Nullable DecisionEntry decision, List<String> reasons) {

    public LetterOrders {
        pairs = List.copyOf(pairs);
        reasons = List.copyOf(reasons);
    }

    /**
     * Returns the order of a letter.
     *
     * @param toApplicant whether it goes to the applicant; others get requests only
     * @param anyQuestions whether there is any question to the addressee
     * @throws NoLetter if there is nothing to write
     */
    public Letter.Order order(boolean toApplicant, boolean anyQuestions, LocalDate day, LocalDate until)
            throws NoLetter {
        LetterKind kind = toApplicant ? toApplicant(anyQuestions) : request(anyQuestions);
        boolean states = kind == LetterKind.DECLINED || kind == LetterKind.RECOMMENDED;
        return new Letter.Order(kind, day, until, reasons, conditions(), states && decision == null);
    }

    private List<Letter.Condition> conditions() {
        return decision == null
                ? List.of()
                : decision.allConditions().stream()
                        .map(one -> new Letter.Condition(one.text(), one.owner(), one.due()))
                        .toList();
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
                .map(pair -> decision == null ? pair.assessment().verdict() : decision.decision())
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
