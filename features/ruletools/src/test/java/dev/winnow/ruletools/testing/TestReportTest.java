package dev.winnow.ruletools.testing;

import dev.winnow.engine.explain.CaseResult;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Place;
import dev.winnow.report.Golden;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.layout.Colours;
import dev.winnow.workbench.internal.testing.CaseCoverage;
import dev.winnow.workbench.internal.testing.TestRun;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestReportTest {

    @Test
    void aFailingCaseShowsExpectedAndActualValues() {
        CaseResult passed = new CaseResult(
                "A good one", "some-rule", Place.file("cases/a.yaml"), true, "fires", "fires", List.of());
        CaseResult failed = new CaseResult(
                "A city whose electronics sell for 320 bn yuan a year pulls a maker of parts for them, and then some",
                "end-market-at-scale",
                new Place("rules/semiconductor/cases/demand-pull.yaml", 12, 5, null),
                false,
                "fires; share: 1; reason: consumer-electronics buys for 320 bn yuan a year",
                "cannot say; missing: city.demands, city.demands.consumer-electronics.annualOutput",
                List.of());
        Golden.assertSame(
                "samples/cases-failed.txt",
                TestReport.cases(run(List.of(passed, failed)), Colours.OFF, Wording.inLanguage(Language.EN)));
    }

    private static TestRun run(List<CaseResult> results) {
        return new TestRun(results, 0, new CaseCoverage(List.of()));
    }
}
