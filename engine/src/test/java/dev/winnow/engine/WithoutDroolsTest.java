package dev.winnow.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WithoutDroolsTest {

    @TempDir
    private Path folder;

    @Test
    void phreakNamesTheMissingArtifact() {
        RulePack pack = Bakery.in(folder).draft();

        assertThatThrownBy(() -> Screener.of(pack, Matcher.PHREAK))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the PHREAK evaluator is not on the class path; add the artifact dev.winnow:winnow-drools");
    }
}
