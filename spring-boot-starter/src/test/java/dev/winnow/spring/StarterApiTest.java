package dev.winnow.spring;

import dev.winnow.model.PublicApi;
import java.nio.file.Path;

/** The types that applications of Spring Boot may use. */
class StarterApiTest extends PublicApi {

    StarterApiTest() {
        super(Path.of("src/test/resources/dev/winnow/spring"), Path.of("../cli/src/test/resources/dev/winnow/cli"));
    }
}
