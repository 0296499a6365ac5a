package dev.winnow.console.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.source.Language;
import dev.winnow.report.i18n.Wording;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private static final long SECOND = 1_000_000_000L;

    private final StringWriter err = new StringWriter();
    private long now;

    private ProgressLine line(boolean watched, boolean wanted, Language language) {
        Terminal terminal = new Terminal(OutputStream.nullOutputStream(), new PrintWriter(err), name -> null, watched);
        return new ProgressLine(terminal, wanted, Wording.inLanguage(language), () -> now);
    }

    @Test
    void longWorkShowsProgressSpeedAndRemainingTime() {
        ProgressLine line = line(true, true, Language.EN);
        now = 2 * SECOND;
        line.show(4_000, 10_000);
        assertThat(err).hasToString("\r▕████████            ▏ 4,000 of 10,000, 2,000 a second, 3 s left\u001B[K");
    }

    @Test
    void progressIsShownInChinese() {
        ProgressLine line = line(true, true, Language.ZH);
        now = 2 * SECOND;
        line.show(4, 400);
        assertThat(err).hasToString("\r▕                    ▏ 已完成4 / 400，每秒2项，剩余3分钟\u001B[K");
    }

    @Test
    void shortWorkShowsNothing() {
        ProgressLine line = line(true, true, Language.EN);
        now = SECOND - 1;
        line.show(1, 10);
        line.close();
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void theLineIsUpdatedTenTimesASecondAndRemoved() {
        ProgressLine line = line(true, true, Language.EN);
        for (now = SECOND; now < 2 * SECOND; now += SECOND / 100) {
            line.show(1, 10);
        }
        assertThat(err.toString().chars().filter(one -> one == '\r')).hasSize(10);
        line.close();
        assertThat(err.toString()).endsWith("\r\u001B[K");
    }

    @Test
    void withoutATerminalNothingIsShown() {
        now = 0;
        ProgressLine unwatched = line(false, true, Language.EN);
        ProgressLine unwanted = line(true, false, Language.EN);
        now = 5 * SECOND;
        unwatched.show(1, 10);
        unwanted.show(1, 10);
        unwatched.close();
        unwanted.close();
        assertThat(err.toString()).isEmpty();
    }
}
