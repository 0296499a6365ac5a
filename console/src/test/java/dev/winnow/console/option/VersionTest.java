package dev.winnow.console.option;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VersionTest {

    @Test
    void theCommitIsShownOrUnknown() {
        assertThat(Version.line("0.2.0", "f8bb76e8525a")).isEqualTo("winnow 0.2.0, commit f8bb76e8525a");
        assertThat(Version.line("0.2.0", null)).isEqualTo("winnow 0.2.0, of an unknown commit: built without git");
        assertThat(Version.line(null, null)).isEqualTo("winnow (not packaged)");
    }
}
