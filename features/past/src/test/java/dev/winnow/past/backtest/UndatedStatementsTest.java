package dev.winnow.past.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements without a day count on every day, which a back-test tells. */
class UndatedStatementsTest {

    @TempDir
    private Path folder;

    private Path past() throws IOException {
        return Files.writeString(folder.resolve("past.yaml"), """
            universe: {name: past, asOf: 2026-01-08}
            sources: [{id: paper, title: Paper, date: 2020-01-01}]
            endMarkets: [{id: display, name: Display}]
            cities: [{id: qingdao, name: Qingdao, demands: [{endMarket: display, annualOutput: 3 bn yuan}]}]
            projects:
              - id: alpha
                name: Alpha
                city: qingdao
                decided: 2020-05-01
                outcome: {result: succeeded, source: paper}
                investment: 3 bn yuan
                fundingNeed: {value: 1 bn yuan, source: paper}
                milestones: [{step: landed, reached: 2027-01-08}]
            facts: [{subject: alpha, about: jobs, text: 300, asOf: 2028-01-08}]
            """);
    }

    @Test
    void theyAreCounted() throws IOException {
        String file = past().toString();

        assertThat(Run.winnow("backtest", "-u", file).out().replaceAll("\\s+", " "))
                .contains("! 2 statements have no day, of their own or of their source, and count on every day. ");
        assertThat(Run.winnow("backtest", "-u", file, "-f", "json").out()).contains("\"undatedFacts\": 2");
        assertThat(Run.winnow("backtest", "-u", file, "--lang", "zh").out()).contains("有2条陈述没有日期（自身和来源均未注明），在任何日期都计入");
    }
}
