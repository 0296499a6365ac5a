package dev.winnow.past.backtest;

import dev.winnow.engine.Progress;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.model.ShippedFacts;
import dev.winnow.model.universe.Universe;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;

/**
 * An invented past for the pack of wind harbours: one project a week, recommended if a consortium carries it, declined
 * if not.
 */
final class Past {

    static final RulePack HARBOUR =
            RulePack.draft(Path.of("..", "..", "analysis", "src", "test", "resources", "packs", "harbour"));

    private final StringBuilder projects = new StringBuilder();
    private LocalDate day = LocalDate.of(2000, 1, 3);
    private int number;

    /** Adds projects with the same advice and outcome, each decided a week after the one before. */
    Past add(int count, boolean recommended, String result) {
        for (int i = 0; i < count; i++) {
            day = day.plusWeeks(1);
            projects.append(String.format(
                    "  - {id: p%04d, name: P %04d, decided: %s, consortium: %s, links: [%s],"
                            + " ownsTechnology: true, publicBacking: true, outcome: {result: %s, ended: %s}}\n",
                    ++number, number, day, recommended, recommended ? "tower" : "cable", result, day.plusYears(1)));
        }
        return this;
    }

    String document() {
        return """
                universe: {name: past, asOf: 2020-12-31, illustrative: true}
                chains: [{id: wind-power, links: [{id: tower, stage: one}, {id: cable, stage: two}]}]
                cities:
                  - id: northport
                    presences: [{link: tower, held: false, asOf: 1990}, {link: cable, held: true, asOf: 1990}]
                projects:
                """ + projects;
    }

    static OutcomeStatistics statistics(String document, int slices) {
        Universe universe = Universe.parse(ShippedFacts.VOCABULARY, Map.of("past.yaml", document));
        if (!universe.problems().isEmpty()) {
            throw new AssertionError(universe.problems());
        }
        return OutcomeStatistics.of(BackTest.of(ScreeningRequest.of(HARBOUR, universe), Progress.NONE), slices);
    }

    OutcomeStatistics statistics(int slices) {
        return statistics(document(), slices);
    }
}
