package dev.winnow.tables.answers;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import java.util.List;

/** What can be wrong with a file of answers. */
final class AnswerProblems {

    private AnswerProblems() {}

    static Problem noAnswers(String file) {
        return Problem.at(Place.file(file), "no row of it answers a question")
                .with(Message.of(
                        "it has the columns of what `winnow ask -o` writes, `%s` and `%s` among them", "fact", "of"));
    }

    static Problem noFile(String file) {
        return Problem.at(Place.file(file), "this is no file of answers")
                .with(Message.of("it is one of %s", Message.names(List.of(".xlsx", ".csv", ".md", ".json"))));
    }

    static Problem nobody(Place row, AnswerColumn column) {
        return Problem.at(row, "nothing says what is answered: `%s` is empty", column.key())
                .with(Message.of("keep the last columns, or the line below the question, as they are"));
    }

    static Problem wholeness(Place cell, String text) {
        return Problem.at(cell, "`%s` says neither that the list is complete nor that there may be more", text)
                .with(Message.of("write the rows into the sheet of the list, or into the table below the question"));
    }

    static Problem noSubject(Place row, String list) {
        return Problem.at(row, "nothing says of which city this row of `%s` is", list);
    }

    static Problem aboutWhat(Place row, String list) {
        return Problem.at(row, "`%s` is no list that was asked for", list);
    }
}
