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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Answers a request that cannot be screened with a problem of RFC 9457, in the language of the request. It precedes the
 * application's own handlers, which may handle any exception.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ScreeningProblems {

    private static final Logger LOG = LoggerFactory.getLogger(ScreeningProblems.class);

    /** Maximum number of problems in an answer; a small request can have as many as it has characters. */
    static final int MAX_PROBLEMS = 100;

    private final ServerPaths paths;
    private final RequestLimits limits;

    ScreeningProblems(ServerPaths paths, RequestLimits limits) {
        this.paths = paths;
        this.limits = limits;
    }

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

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(RequestRefusedException e, Locale locale) {
        Wording wording = wording(locale);
        HttpHeaders headers = new HttpHeaders();
        ProblemDetail detail = switch (e.reason()) {
            case TOO_LARGE ->
                problem(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "urn:winnow:problem:too-large",
                        Message.of("The request is too large"),
                        wording);
            case TOO_SLOW ->
                problem(
                        HttpStatus.REQUEST_TIMEOUT,
                        "urn:winnow:problem:too-slow",
                        Message.of("The request arrives too slowly"),
                        wording);
            case BUSY ->
                problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "urn:winnow:problem:busy",
                        Message.of("The service is busy"),
                        wording);
            case OUT_OF_TIME ->
                problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "urn:winnow:problem:out-of-time",
                        Message.of("The screening took too long"),
                        wording);
            case CANCELLED ->
                problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "urn:winnow:problem:cancelled",
                        Message.of("The screening was cancelled"),
                        wording);
        };
        detail.setDetail(wording.say(e.said()));
        if (detail.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(limits.retryAfter()));
        }
        return new ResponseEntity<>(detail, headers, detail.getStatus());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unrecorded(RecordingException e, Locale locale) {
        Wording wording = wording(locale);
        HttpHeaders headers = new HttpHeaders();
        HttpStatus status = switch (e.reason()) {
            case NOT_THERE -> HttpStatus.NOT_FOUND;
            case CHANGED -> HttpStatus.CONFLICT;
            case UNREADABLE -> HttpStatus.INTERNAL_SERVER_ERROR;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
        ProblemDetail detail = problem(
                status, "urn:winnow:problem:records", Message.of("The records cannot be read or written"), wording);
        detail.setDetail(wording.say(
                switch (e.reason()) {
                    case CHANGED -> e.said();
                    case NOT_THERE -> Message.of("no such record");
                    // The message names the location of the records, which only the log may contain.
                    case UNREADABLE, UNAVAILABLE -> Message.of("see the log of the service");
                }));
        if (status.is5xxServerError()) {
            LOG.error("Records cannot be read or written: {}", e.getMessage(), e);
        }
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(limits.retryAfter()));
        }
        return new ResponseEntity<>(detail, headers, status);
    }

    /** Rethrows the exception to the server, which closes the connection. */
    @ExceptionHandler
    @SuppressWarnings("DoNotCallSuggester") // Spring calls it
    void cut(CutAnswerException e) {
        throw e;
    }

    private static Wording wording(Locale locale) {
        return Wording.inLanguage(ScreeningService.language(locale));
    }

    private static ProblemDetail problem(HttpStatus status, String type, Message title, Wording wording) {
        ProblemDetail detail = ProblemDetail.forStatus(status);
        detail.setType(URI.create(type));
        detail.setTitle(wording.say(title));
        return detail;
    }

    private ProblemDetail detail(HttpStatus status, String type, Message title, List<Problem> problems, Locale locale) {
        Wording wording = wording(locale);
        String first = paths.hide(wording.withPlace(problems.get(0)));
        ProblemDetail detail = problem(status, type, title, wording);
        detail.setDetail(
                problems.size() == 1
                        ? first
                        : wording.say(Message.of("%s problems; the first: %s", problems.size(), first)));
        detail.setProperty(
                "problems",
                problems.stream()
                        .limit(MAX_PROBLEMS)
                        .map(problem -> member(problem, wording))
                        .toList());
        return detail;
    }

    /** Returns the members of a problem; those that do not apply are null, as in the JSON contracts. */
    private Map<String, @Nullable Object> member(Problem problem, Wording wording) {
        Place place = problem.place();
        Message advice = problem.advice();
        Map<String, @Nullable Object> member = new LinkedHashMap<>();
        member.put("file", paths.hide(place.file()));
        member.put("line", place.line());
        member.put("column", place.column());
        member.put("message", paths.hide(wording.say(problem.what())));
        member.put("advice", advice == null ? null : paths.hide(wording.say(advice)));
        return member;
    }
}
