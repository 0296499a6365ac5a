package dev.winnow.cli;

import dev.winnow.console.Run;
import dev.winnow.model.PublicApi;

/** Checks the public API of the modules below the command line. */
class PublicApiTest extends PublicApi {

    PublicApiTest() {
        super(Run.HOME.resolve("cli/src/test/resources/dev/winnow/cli"));
    }
}
