package dev.winnow.serve.internal;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Problem;
import dev.winnow.report.i18n.Wording;
import dev.winnow.tables.internal.answers.LaidAnswers;
import dev.winnow.tables.internal.answers.RefusedAnswer;
import java.util.List;

/**
 * An answer that does not count, in the language of the server.
 *
 * @param fact the fact in question; empty if the row does not name it
 * @param of the id of its project or city; empty if the row does not name it
 * @param text the answer, or the cells of a row of a list
 * @param place the sheet and the cell, or the line, in the file; empty for an answer of the form
 * @param problems the reasons
 */
record RefusedText(String fact, String of, String text, String place, List<String> problems) {

    /** Returns the refused answers of the form. */
    static List<RefusedText> ofForm(LaidAnswers laid, Wording wording) {
        return all(laid, wording, false);
    }

    /** Returns the refused answers of a file, with their places. */
    static List<RefusedText> ofFile(LaidAnswers laid, Wording wording) {
        return all(laid, wording, true);
    }

    private static List<RefusedText> all(LaidAnswers laid, Wording wording, boolean placed) {
        return RefusedAnswer.of(laid).stream()
                .map(one -> of(one, wording, placed))
                .toList();
    }

    private static RefusedText of(RefusedAnswer one, Wording wording, boolean placed) {
        return new RefusedText(
                one.fact(),
                one.of(),
                one.text(),
                placed && !one.problems().isEmpty()
                        ? one.problems().get(0).place().toString()
                        : "",
                one.problems().stream().map(problem -> said(problem, wording)).toList());
    }

    /** Returns a problem without its place. */
    static String said(Problem problem, Wording wording) {
        Message advice = problem.advice();
        return advice == null
                ? wording.say(problem.what())
                : wording.sentence("%s; %s", wording.say(problem.what()), wording.say(advice));
    }
}
