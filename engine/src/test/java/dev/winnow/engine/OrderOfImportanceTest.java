package dev.winnow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.language.pack.Importance;
import dev.winnow.language.pack.OrderOfImportance;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes before what, through lines that part and meet again. */
class OrderOfImportanceTest {

    private static final int LAYERS = 60;
    private static final Duration SECOND = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    private final OrderOfImportance order = new OrderOfImportance();

    @Test
    void aCriterionComesBeforeAllThatComeBehindTheOneBehindIt() {
        order.add(new Importance("land", "labour"));
        order.add(new Importance("capital", "land"));
        order.add(new Importance("labour", "water"));
        assertThat(order.isBefore("capital", "water")).isTrue();
        assertThat(order.isBefore("water", "capital")).isFalse();
        assertThat(order.isBefore("capital", "capital")).isFalse();
        assertThat(order.isBefore("capital", "air")).isFalse();
    }

    @Test
    void linesStayInTheirOrder() {
        List<Importance> lines = List.of(new Importance("land", "labour"), new Importance("capital", "land"));
        lines.forEach(order::add);
        assertThat(order.lines()).isEqualTo(lines);
    }

    @Test
    void sixtyLayersOfDiamondsAreReadAtOnce() {
        Assertions.assertTimeoutPreemptively(SECOND, () -> {
            for (int layer = 0; layer < LAYERS; layer++) {
                for (String middle : List.of("left", "right")) {
                    order.add(new Importance("top-" + layer, middle + layer));
                    order.add(new Importance(middle + layer, "top-" + (layer + 1)));
                }
            }
        });
        assertThat(order.isBefore("top-0", "top-" + LAYERS)).isTrue();
        assertThat(order.isBefore("top-" + LAYERS, "top-0")).isFalse();
    }

    @Test
    void aPackOfSixtyLayersOfDiamondsIsCheckedAtOnce() {
        StringBuilder criteria =
                new StringBuilder("criteria:\n  - {id: demand, title: Demand, side: city, weight: 1}\n");
        StringBuilder lines = new StringBuilder("order:\n");
        for (int layer = 0; layer <= LAYERS; layer++) {
            for (String name : List.of("top", "left", "right")) {
                criteria.append("  - {id: %s-%d, title: One, side: project, weight: 1}\n".formatted(name, layer));
            }
            for (String middle : List.of("left", "right")) {
                lines.append("  - top-%d >= %s-%d\n".formatted(layer, middle, layer));
                if (layer < LAYERS) {
                    lines.append("  - %s-%d >= top-%d\n".formatted(middle, layer, layer + 1));
                }
            }
        }
        Bakery bakery = Bakery.in(folder).write("pack.yaml", """
            name: bakery
            title: Bakeries of a town
            version: 1.0.0
            owner: the guild
            purpose: Holds diamonds.
            conditions: [chain, money, sense]
            thresholds: {recommend: 50, decline: 25}
            """ + criteria + lines);
        List<String> messages = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), bakery::messages);
        assertThat(messages).isNotEmpty().noneMatch(one -> one.contains("goes round"));
    }
}
