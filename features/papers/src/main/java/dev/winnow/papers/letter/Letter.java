package dev.winnow.papers.letter;

import dev.winnow.records.internal.entry.DecisionCondition;
import dev.winnow.records.internal.entry.LetterEntry;
import dev.winnow.records.internal.entry.LetterKind;
import dev.winnow.report.internal.document.Document;
import java.time.LocalDate;
import java.util.List;

/**
 * A letter.
 *
 * @param document its text
 * @param questions the questions that it asks
 */
public record Letter(Document document, List<LetterEntry.Asked> questions) {

    public Letter {
        questions = List.copyOf(questions);
    }

    /**
     * The parts of a letter that people decide.
     *
     * @param kind the kind
     * @param day its date
     * @param until the day by which a reply is requested
     * @param reasons reasons written for the addressee; empty to derive them from the rules
     * @param conditions the conditions of the recorded decision; empty to derive them from the rules
     * @param draft whether it states a verdict without a recorded decision
     */
    public record Order(
            LetterKind kind,
            LocalDate day,
            LocalDate until,
            List<String> reasons,
            List<DecisionCondition> conditions,
            boolean draft) {

        public Order {
            reasons = List.copyOf(reasons);
            conditions = List.copyOf(conditions);
        }
    }
}
