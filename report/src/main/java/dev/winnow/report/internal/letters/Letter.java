package dev.winnow.report.internal.letters;

import dev.winnow.analysis.internal.paths.AnswerReach;
import dev.winnow.report.internal.document.Document;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letter.
 *
 * @param document its text
 * @param questions the questions that it asks
 */
public record Letter(Document document, List<Asked> questions) {

    public Letter {
        questions = List.copyOf(questions);
    }

    /**
     * A question of a letter, about facts of one project or city that differ at most in their row.
     *
     * @param id the id of the project or the city
     * @param facts the facts: {@code project.yieldRate}
     * @param question the question in words
     * @param reach how far its answer reaches
     */
    public record Asked(String id, List<String> facts, String question, AnswerReach reach) {

        public Asked {
            facts = List.copyOf(facts);
        }
    }

    /**
     * A condition of a decision.
     *
     * @param text the condition
     * @param owner the person or body that has to meet it; null if none is named
     * @param until the last day to meet it
     */
    public record Condition(String text, @Nullable String owner, LocalDate until) {}

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
            List<Condition> conditions,
            boolean draft) {

        public Order {
            reasons = List.copyOf(reasons);
            conditions = List.copyOf(conditions);
        }
    }
}
