package dev.winnow.spring;

import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.report.i18n.Wording;
import dev.winnow.web.internal.ContractOperations;
import dev.winnow.web.internal.OpenApi;
import dev.winnow.web.internal.Operation;
import dev.winnow.web.internal.Operations;
import dev.winnow.web.internal.RefusedRequest;
import dev.winnow.web.internal.Reply;
import dev.winnow.web.internal.Status;
import dev.winnow.web.internal.WebRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers with the JSON contract within {@code winnow.limits.*}, in the language of the request. */
@RestController
@RequestMapping("${winnow.web.path:/winnow}")
final class ContractController {

    private final KnownScreening known;
    private final ScreeningService screenings;
    private final RequestLimits limits;
    private final String path;

    ContractController(KnownScreening known, ScreeningService screenings, RequestLimits limits, String path) {
        this.known = known;
        this.screenings = screenings;
        this.limits = limits;
        this.path = path;
    }

    @GetMapping("/api/{name}")
    ResponseEntity<byte[]> get(
            @PathVariable("name") String name, @RequestParam MultiValueMap<String, String> query, Locale locale)
            throws IOException {
        Language language = ScreeningService.language(locale);
        Wording wording = Wording.inLanguage(language);
        return limits.inTurn(deadline -> {
            try {
                List<Operation> contract = new ContractOperations(
                                known.inLanguage(language, deadline::check), wording, deadline::check)
                        .operations();
                Operation operation = Operations.of(contract).find("GET", "/api/" + name);
                Map<String, String> once = once(query);
                Operations.check(operation, once);
                return response(operation.handler().answer(new WebRequest(once, "", new byte[0])));
            } catch (RefusedRequest e) {
                return response(Reply.problem(e.status(), wording.say(e.reason())));
            }
        });
    }

    /** Screens the candidates of a request. The answer is streamed. */
    @PostMapping(
            path = "/api/screening",
            consumes = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_YAML_VALUE})
    Screened candidates(InputStream body, @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type, Locale locale)
            throws IOException {
        String name = type.isCompatibleWith(MediaType.APPLICATION_YAML) ? "request.yaml" : "request.json";
        return screenings.screen(name, screenings.read(name, body), locale);
    }

    @GetMapping(OpenApi.PATH)
    ResponseEntity<byte[]> description(org.springframework.web.context.request.WebRequest request) {
        return response(Reply.json(ContractOperations.description(request.getContextPath() + path)));
    }

    private static Map<String, String> once(MultiValueMap<String, String> query) throws RefusedRequest {
        for (Map.Entry<String, List<String>> one : query.entrySet()) {
            if (one.getValue().size() > 1) {
                throw new RefusedRequest(
                        Status.BAD_REQUEST, Message.of("parameter `%s` was given several times", one.getKey()));
            }
        }
        return query.toSingleValueMap();
    }

    private static ResponseEntity<byte[]> response(Reply reply) {
        return ResponseEntity.status(reply.status().code())
                .header(HttpHeaders.CONTENT_TYPE, reply.type())
                .body(reply.body());
    }
}
