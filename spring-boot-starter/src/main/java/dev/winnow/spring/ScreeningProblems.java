package dev.winnow.spring;

import dev.winnow.language.PackException;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.UniverseException;
import dev.winnow.report.i18n.Wording;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Answers a request that cannot be screened with a problem of RFC 9457, in the language of the request. Before the
 * application's own handlers, which may be for any exception.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ScreeningProblems {

    @ExceptionHandler
    ProblemDetail invalid(UniverseException e, Locale locale) {
        return detail(
                HttpStatus.BAD_REQUEST,
                "urn:winnow:problem:universe",
                Message.of("The request cannot be read as projects and cities"),
                e.problems(),
                locale);
    }

    @ExceptionHandler
    ProblemDetail unfit(PackException e, Locale locale) {
        return detail(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "urn:winnow:problem:screening",
                Message.of("The request cannot be screened by this rule pack"),
                e.problems(),
                locale);
    }

    private static ProblemDetail detail(
            HttpStatus status, String type, Message title, List<Problem> problems, Locale locale) {
        Wording wording = Wording.inLanguage(ScreeningService.language(locale));
        String first = wording.withPlace(problems.get(0));
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(
                status,
                problems.size() == 1
                        ? first
                        : wording.say(Message.of("%s things are wrong; the first: %s", problems.size(), first)));
        detail.setType(URI.create(type));
        detail.setTitle(wording.say(title));
        detail.setProperty(
                "problems",
                problems.stream().map(problem -> member(problem, wording)).toList());
        return detail;
    }

    /** The members of a problem; what does not apply is null, as in the JSON contracts. */
    private static Map<String, @Nullable Object> member(Problem problem, Wording wording) {
        Place place = problem.place();
        Message advice = problem.advice();
        Map<String, @Nullable Object> member = new LinkedHashMap<>();
        member.put("file", place.file());
        member.put("line", place.line());
        member.put("column", place.column());
        member.put("message", wording.say(problem.what()));
        member.put("advice", advice == null ? null : wording.say(advice));
        return member;
    }
}
