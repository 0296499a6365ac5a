package dev.winnow.workbench.internal.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.model.ShippedFacts;
import dev.winnow.model.universe.Universe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Long operations report their progress, which never decreases and ends at the total. */
class ProgressTest {

    private static final RulePack PACK = RulePack.draft(Path.of("..", "rules", "battery"));
    private static final Universe UNIVERSE =
            Universe.read(ShippedFacts.VOCABULARY, Path.of("..", "seeds", "illustrative"));

    private final List<Integer> done = new ArrayList<>();
    private final List<Integer> all = new ArrayList<>();

    private void show(int soFar, int whole) {
        done.add(soFar);
        all.add(whole);
    }

    private void cameToItsEnd() {
        assertThat(done).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(1);
        assertThat(done.get(done.size() - 1)).isEqualTo(all.get(all.size() - 1));
        for (int i = 0; i < done.size(); i++) {
            assertThat(done.get(i)).isBetween(1, all.get(i));
        }
    }

    @Test
    void aComparisonReportsItsProgress() {
        ScreeningRequest request = ScreeningRequest.of(PACK, UNIVERSE);
        Comparison.of(request, request, this::show);

        cameToItsEnd();
        assertThat(all.get(0)).as("each candidate twice, then each pair").isEqualTo(3 * 36);
    }

    @Test
    void aSmallComparisonReportsItsProgress() {
        String city = UNIVERSE.cityIds().iterator().next();
        ScreeningRequest request = ScreeningRequest.of(PACK, UNIVERSE).asking(null, List.of(city));
        Comparison.of(request, request, this::show);

        cameToItsEnd();
    }
}
