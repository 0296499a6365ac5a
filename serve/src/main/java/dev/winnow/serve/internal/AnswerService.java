package dev.winnow.serve.internal;

import dev.winnow.engine.ScreeningRequest;
import dev.winnow.language.PackException;
import dev.winnow.model.result.Screening;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import dev.winnow.report.i18n.Wording;
import dev.winnow.tables.internal.answers.AnswerFileReader;
import dev.winnow.tables.internal.answers.LaidAnswers;
import dev.winnow.tables.internal.cells.UnreadableTable;
import java.util.List;
import org.eclipse.jetty.http.HttpStatus;

/** Screens with the answers that a page of questions sends, without keeping them. Thread-safe. */
final class AnswerService {

    private final ScreeningRequest request;
    private final Screening before;
    private final Wording wording;

    AnswerService(ScreeningRequest request, Screening before, Wording wording) {
        this.request = request;
        this.before = before;
        this.wording = wording;
    }

    /** @param body the file that the form saves */
    Reply answer(byte[] body) throws RefusedRequest {
        Universe base = request.universe();
        try {
            LaidAnswers laid = LaidAnswers.over(base, new AnswerFileReader(base).readJson("answers.json", body));
            Screening after = request.over(laid.universe()).open().screening();
            List<String> problems = laid.problems().stream().map(this::said).toList();
            return Reply.json(AnswerEffect.between(before, after, laid.taken().size(), problems));
        } catch (UnreadableTable e) {
            throw new RefusedRequest(
                    HttpStatus.UNPROCESSABLE_ENTITY_422, e.problem().what());
        } catch (PackException e) {
            throw new RefusedRequest(
                    HttpStatus.UNPROCESSABLE_ENTITY_422, e.problems().get(0).what());
        }
    }

    /** Returns a problem without its place, a line of a file that the user does not see. */
    private String said(Problem problem) {
        Message advice = problem.advice();
        return advice == null
                ? wording.say(problem.what())
                : wording.sentence("%s; %s", wording.say(problem.what()), wording.say(advice));
    }
}
