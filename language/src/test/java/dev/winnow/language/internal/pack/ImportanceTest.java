package dev.winnow.language.internal.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.language.internal.vocabulary.FactTypes;
import dev.winnow.model.AllocationLimit;
import dev.winnow.model.source.Document;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The transitive order of criteria, through lines that branch and join. */
class ImportanceTest {

    private static final int LAYERS = 60;
    /** Megabytes: far more than the query needs, and far less than following all paths would. */
    private static final long LITTLE = 100;

    private final Importance.Order order = new Importance.Order();

    @Test
    void theOrderOfCriteriaIsTransitive() {
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
        AllocationLimit.megabytes(LITTLE, () -> {
            for (int layer = 0; layer < LAYERS; layer++) {
                for (String middle : List.of("left", "right")) {
                    order.add(new Importance("top-" + layer, middle + layer));
                    order.add(new Importance(middle + layer, "top-" + (layer + 1)));
                }
            }
            return order;
        });
        assertThat(order.isBefore("top-0", "top-" + LAYERS)).isTrue();
        assertThat(order.isBefore("top-" + LAYERS, "top-0")).isFalse();
    }

    @Test
    void aPackOfSixtyLayersOfDiamondsIsReadAtOnce() {
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
        Node file = Document.parse("pack.yaml", criteria.toString() + lines, new ArrayList<>());
        List<Problem> problems = new ArrayList<>();
        PackOutline outline = AllocationLimit.megabytes(
                LITTLE, () -> PackOutline.read(file, "diamonds", FactTypes.of(Vocabulary.core()), Set.of(), problems));

        assertThat(outline.order()).hasSize(4 * LAYERS + 2);
        assertThat(problems).noneMatch(problem -> problem.toString().contains("goes round"));
    }
}
