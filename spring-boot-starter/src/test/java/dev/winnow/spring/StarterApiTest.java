package dev.winnow.spring;

import dev.winnow.model.PublicApi;
import java.nio.file.Path;

/** Checks the public API of the starter. */
class StarterApiTest extends PublicApi {

    StarterApiTest() {
        super(Path.of("src/test/resources/dev/winnow/spring"), Path.of("../cli/src/test/resources/dev/winnow/cli"));
    }
}
