package dev.winnow.records.internal.entry;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.winnow.analysis.internal.paths.AnswerReach;
import dev.winnow.records.internal.entry.DecisionEntry.Reference;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A letter about a project, to its applicant or to a city or register that knows facts about it.
 *
 * @param origin the author, the time, and the program that recorded it
 * @param project the project's id
 * @param projectName its display name
 * @param city the city's id; null if the letter is about the project in several cities
 * @param cityName its display name; null likewise
 * @param to the addressee, as its vocabulary names it in English: {@code owner}
 * @param letter the kind of the letter
 * @param day the date of the letter
 * @param until the day by which a reply is requested; null if none is
 * @param decided the record of the decision that the letter states; null if it states none
 * @param questions the questions that it asks
 * @param text the text of the letter
 */
public record LetterEntry(
        @JsonUnwrapped RecordOrigin origin,
        String project,
        String projectName,
        @Nullable String city,
        @Nullable String cityName,
        String to,
        LetterKind letter,
        LocalDate day,
        @Nullable LocalDate until,
        @Nullable Reference decided,
        List<Asked> questions,
        String text)
        implements RecordEntry {

    public LetterEntry {
        Objects.requireNonNull(origin);
        Objects.requireNonNull(project);
        Objects.requireNonNull(projectName);
        Objects.requireNonNull(to);
        Objects.requireNonNull(letter);
        Objects.requireNonNull(day);
        Objects.requireNonNull(text);
        if ((city == null) != (cityName == null)) {
            throw new IllegalArgumentException("a city needs its id and its name");
        }
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
}
