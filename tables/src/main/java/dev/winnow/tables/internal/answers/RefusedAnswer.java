package dev.winnow.tables.internal.answers;

import dev.winnow.model.source.Problem;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An answer that does not count.
 *
 * @param fact the fact in question; empty if the row does not name it
 * @param of the id of its project or city; empty if the row does not name it
 * @param text the answer, or the cells of a row of a list
 * @param problems the reasons; empty if they belong to another answer
 */
public record RefusedAnswer(String fact, String of, String text, List<Problem> problems) {

    private static final String SEPARATOR = " | ";

    public RefusedAnswer {
        problems = List.copyOf(problems);
    }

    /** Returns the refused answers of a file, and last the problems that belong to none of them. */
    public static List<RefusedAnswer> of(LaidAnswers laid) {
        List<RefusedAnswer> refused =
                new ArrayList<>(laid.refused().stream().map(RefusedAnswer::of).toList());
        List<Problem> others = laid.problems().stream()
                .filter(problem -> refused.stream().noneMatch(one -> one.problems.contains(problem)))
                .toList();
        if (!others.isEmpty()) {
            refused.add(new RefusedAnswer("", "", "", others));
        }
        return refused;
    }

    private static RefusedAnswer of(AnswerFile.Refused one) {
        AnswerRow row = one.row();
        return row.kind() == null
                ? new RefusedAnswer(
                        row.text(AnswerColumn.FACT),
                        row.text(AnswerColumn.OF),
                        row.text(AnswerColumn.ANSWER),
                        one.problems())
                : new RefusedAnswer(
                        Vocabulary.CITY + "." + row.kind().list(),
                        "",
                        row.cells().stream().filter(cell -> !cell.isBlank()).collect(Collectors.joining(SEPARATOR)),
                        one.problems());
    }
}
