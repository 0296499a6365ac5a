package dev.winnow.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.Explained;
import dev.winnow.engine.Screener;
import dev.winnow.engine.ScreeningSession;
import dev.winnow.engine.oracle.RandomUniverses.Size;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.universe.Universe;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The results of a candidate screened beside similar ones equal the results of screening it alone. */
class CandidateAloneTest {

    private static final int UNIVERSES = 4;

    static List<Path> packs() {
        return Packs.all();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void resultsAloneEqualResultsBesideOthers(Path pack) {
        Screener screener = Packs.screener(pack);
        Words words = Words.around(PlainPack.read(pack));
        for (int seed = 0; seed < UNIVERSES; seed++) {
            Universe universe =
                    RandomUniverses.draw(70_000 + seed, Size.MIDDLE, words).universe();
            for (Explanation beside : Explained.of(screener, universe).pairs()) {
                Assessment one = beside.assessment();
                ScreeningSession session = screener.open(universe);
                Assessment alone = Objects.requireNonNull(session.assess(one.project(), one.city()));

                assertThat(session.explain(alone.ranked(one.rank(), one.tied())))
                        .hasToString(beside.toString());
            }
        }
    }
}
