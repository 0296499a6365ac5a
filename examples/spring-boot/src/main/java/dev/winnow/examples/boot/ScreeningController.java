package dev.winnow.examples.boot;

import dev.winnow.spring.Screened;
import dev.winnow.spring.ScreeningService;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Screens the projects of a request: candidates for the cities of the service, or a universe of their own. */
@RestController
class ScreeningController {

    private static final String YAML = "application/yaml";
    private static final int LARGEST = 4 * 1024 * 1024;

    private final ScreeningService screenings;

    ScreeningController(ScreeningService screenings) {
        this.screenings = screenings;
    }

    @PostMapping(
            path = "/screen",
            consumes = {MediaType.APPLICATION_JSON_VALUE, YAML})
    Screened screen(
            InputStream body,
            @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
            @RequestParam(defaultValue = "true") boolean sure,
            Locale locale)
            throws IOException {
        byte[] document = body.readNBytes(LARGEST + 1);
        if (document.length > LARGEST) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE, "A request has at most 4 MB");
        }
        String name = type.isCompatibleWith(MediaType.APPLICATION_JSON) ? "request.json" : "request.yaml";
        String text = new String(document, StandardCharsets.UTF_8);
        return sure ? screenings.screen(name, text, locale) : screenings.screenAlone(name, text, locale);
    }
}
