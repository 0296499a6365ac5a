package dev.winnow.examples.boot;

import dev.winnow.spring.Screened;
import dev.winnow.spring.ScreeningService;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Screens the projects of a request: candidates for the cities of the service, or a complete universe. */
@RestController
class ScreeningController {

    private static final String YAML = "application/yaml";

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
        String name = type.isCompatibleWith(MediaType.APPLICATION_JSON) ? "request.json" : "request.yaml";
        String document = screenings.read(name, body);
        return sure ? screenings.screen(name, document, locale) : screenings.screenAlone(name, document, locale);
    }
}
