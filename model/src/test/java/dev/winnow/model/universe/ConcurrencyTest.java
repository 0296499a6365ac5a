package dev.winnow.model.universe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.ShippedFacts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {

    @Test
    void tenThreadsReadTheSameFactsAsOne() {
        StringBuilder content = new StringBuilder("""
            universe: {name: wind-power, asOf: 2025-06-30}
            chains: [{id: wind, links: [{id: towers, stage: making}, {id: blades, stage: making}]}]
            cities: [{id: northport}]
            projects:
            """);
        for (int i = 0; i < 200; i++) {
            content.append(
                    "  - {id: p%d, city: northport, decided: %d, links: [%s], yieldRate: {value: 9%d %%, asOf: %d}}\n"
                            .formatted(i, 2000 + i % 20, i % 2 == 0 ? "towers" : "blades", i % 10, 2000 + i % 20));
        }
        Map<String, String> files = Map.of("u.yaml", content.toString());
        Universe reference = Universe.parse(ShippedFacts.VOCABULARY, files);
        List<String> alone =
                IntStream.range(0, 400).mapToObj(i -> seen(reference, i)).toList();
        Universe shared = Universe.parse(ShippedFacts.VOCABULARY, files);
        List<String> together = IntStream.range(0, 400)
                .parallel()
                .mapToObj(i -> seen(shared, i))
                .toList();
        assertThat(together).isEqualTo(alone);
    }

    private static String seen(Universe universe, int i) {
        Facts facts = universe.asOf(LocalDate.of(2000 + i % 20, 12, 31), true);
        String project = "p" + i % 200;
        return facts.projects() + " " + facts.presences("northport", project) + facts.coverages("northport", project);
    }
}
