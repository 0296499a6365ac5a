package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.CaseResult;
import dev.winnow.model.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaseReportTest {

    @Test
    void aFailingCaseShowsExpectedAndActualSideBySide() {
        CaseResult passed =
                new CaseResult("A good one", "some-rule", Place.file("cases/a.yaml"), true, "fires", "fires");
        CaseResult failed = new CaseResult(
                "A city whose electronics sell for 320 bn yuan a year pulls a maker of parts for them, and then some",
                "end-market-at-scale",
                new Place("rules/semiconductor/cases/demand-pull.yaml", 12, 5, null),
                false,
                "fires; share: 1; reason: consumer-electronics buys for 320 bn yuan a year",
                "cannot say; missing: city.demands, city.demands.consumer-electronics.annualOutput");
        Golden.assertSame("samples/cases-failed.txt", CaseReport.of(List.of(passed, failed), Colours.OFF));
    }

    @Test
    void noCaseIsNoSuccess() {
        assertThat(CaseReport.of(List.of(), Colours.OFF))
                .endsWith("0 passed, 0 failed\n")
                .contains("no case");
    }
}
