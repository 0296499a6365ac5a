package dev.winnow.cli;

import dev.winnow.cli.option.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page for an analyst who changes a rule for the first time works as written. */
class FirstRuleChangeTest {

    @Test
    void thePageTypedWordForWordWorks(@TempDir Path checkout) throws Exception {
        new TypedPage(checkout).type(Run.HOME.resolve("docs/first-rule-change.md"));
    }
}
