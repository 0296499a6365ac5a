package dev.winnow.junit;

import dev.winnow.model.PublicApi;
import java.nio.file.Path;

/** Checks the public API of {@code winnow-junit}. */
class PublicApiTest extends PublicApi {

    PublicApiTest() {
        super(Path.of("src/test/resources/dev/winnow/junit"), Path.of("../cli/src/test/resources/dev/winnow/cli"));
    }
}
