package dev.winnow.spring;

import dev.winnow.engine.RulePack;
import dev.winnow.model.result.Screening;
import dev.winnow.model.result.Verdict;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * Measures screenings with Micrometer. The values of tags are few: a tag is the name of a pack, never a digest or a
 * project.
 */
final class MeteredScreenings implements ScreeningWatch {

    private static final String PACK = "pack";
    private static final String OUTCOME = "outcome";

    private final MeterRegistry registry;

    MeteredScreenings(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void screened(RulePack pack, Screening screening, Duration took) {
        registry.timer("winnow.screening", PACK, pack.name(), OUTCOME, "screened")
                .record(took);
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        screening.assessments().forEach(one -> verdicts.merge(one.verdict(), 1, Integer::sum));
        verdicts.forEach((verdict, number) -> registry.counter(
                        "winnow.assessments", PACK, pack.name(), "verdict", verdict.name())
                .increment(number));
    }

    @Override
    public void refused(RulePack pack, Duration took) {
        registry.timer("winnow.screening", PACK, pack.name(), OUTCOME, "refused")
                .record(took);
    }

    @Override
    public void reloaded(RulePack pack, boolean sound) {
        registry.counter("winnow.pack.reloads", PACK, pack.name(), OUTCOME, sound ? "loaded" : "broken")
                .increment();
    }
}
