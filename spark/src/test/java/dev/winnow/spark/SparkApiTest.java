package dev.winnow.spark;

import dev.winnow.model.PublicApi;
import java.nio.file.Path;

/** Checks the public API of {@code winnow-spark}. */
class SparkApiTest extends PublicApi {

    SparkApiTest() {
        super(Path.of("src/test/resources/dev/winnow/spark"), Path.of("../cli/src/test/resources/dev/winnow/cli"));
    }
}
