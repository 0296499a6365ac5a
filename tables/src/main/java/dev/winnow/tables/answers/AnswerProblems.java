package dev.winnow.tables.answers;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a file of answers. */
final class AnswerProblems {

    private AnswerProblems() {}

    static Problem noAnswers(String file) {
        return problem(
                Place.file(file),
                Message.of("no row of it answers a question"),
                Message.of(
                        "it has the columns of what `winnow ask -o` writes, `%s` and `%s` among them", "fact", "of"));
    }

    static Problem noFile(String file) {
        return problem(
                Place.file(file),
                Message.of("this is no file of answers"),
                Message.of("it is one of %s", Message.names(List.of(".xlsx", ".csv", ".md", ".json"))));
    }

    static Problem nobody(Place row, AnswerColumn column) {
        return problem(
                row,
                Message.of("nothing says what is answered: `%s` is empty", column.key()),
                Message.of("keep the last columns, or the line below the question, as they are"));
    }

    static Problem wholeness(Place cell, String text) {
        return problem(
                cell,
                Message.of("`%s` says neither that the list is complete nor that there may be more", text),
                Message.of("write the rows into the sheet of the list, or into the table below the question"));
    }

    static Problem noSubject(Place row, String list) {
        return problem(row, Message.of("nothing says of which city this row of `%s` is", list), null);
    }

    static Problem aboutWhat(Place row, String list) {
        return problem(row, Message.of("`%s` is no list that was asked for", list), null);
    }

    private static Problem problem(Place place, Message what, @Nullable Message advice) {
        return new Problem(place, what, 0, advice);
    }
}
