package dev.winnow.cli;

import dev.winnow.console.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The steps on the page about a first rule change work as written. */
class FirstRuleChangeTest {

    @Test
    void thePageWorksAsWritten(@TempDir Path checkout) throws Exception {
        Run.assumeBuilt("rules new");
        try (TypedPage page = new TypedPage(checkout)) {
            page.type(Run.HOME.resolve("docs/first-rule-change.md"));
        }
    }
}
