package dev.winnow.cli;

import dev.winnow.cli.option.Run;
import dev.winnow.model.PublicApi;

/** The types that embedders may use of the modules below the command line. */
class PublicApiTest extends PublicApi {

    PublicApiTest() {
        super(Run.HOME.resolve("cli/src/test/resources/dev/winnow/cli"));
    }
}
