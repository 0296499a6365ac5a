package dev.winnow.workbench.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.Bakery;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Remarks on limits of ratings that lie at or beyond the ends of the scale, by changes of the pack battery-review. */
class RatingRemarksTest {

    @TempDir
    private Path folder;

    private List<String> remarks(String limit, String other) {
        Bakery pack = Bakery.shipped("battery-review", folder);
        String before = pack.text("limits.yaml");
        int at = before.indexOf("values: [{value: ", before.indexOf("- id: " + limit)) + "values: [{value: ".length();
        pack.write("limits.yaml", before.substring(0, at) + other + before.substring(before.indexOf('}', at)));
        String prefix = pack.folder().toString().replace('\\', '/') + "/";
        return Lint.remarks(pack.draft()).stream()
                .map(remark -> remark.problem().what().toString().replace(prefix, ""))
                .filter(text -> text.contains("teamStrength") || text.contains("processMaturity"))
                .toList();
    }

    @Test
    void aLimitAboveTheScaleIsNeverReached() {
        assertThat(remarks("team-asked", "6"))
                .containsExactly("rule `team-proven` can never fire: `teamStrength >= $min` is never true");
    }

    @Test
    void noRatingIsBelowTheLowestLevel() {
        assertThat(remarks("team-floor", "1"))
                .containsExactly("rule `team-too-weak` can never fire: `teamStrength < $floor` is never true");
    }

    @Test
    void everyRatingReachesTheLowestLevel() {
        assertThat(remarks("process-tested", "laboratory")).containsExactly("`processMaturity >= $min` is always true");
    }

    @Test
    void aLimitWithinTheScaleIsNotRemarked() {
        assertThat(remarks("team-asked", "5")).isEmpty();
        assertThat(remarks("process-tested", "量产")).isEmpty();
    }
}
