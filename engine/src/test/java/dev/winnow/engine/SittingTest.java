package dev.winnow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.Universe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SittingTest {

    private static final Path HOME = Path.of("..");
    private static final RulePack PACK = RulePack.draft(HOME.resolve("rules/battery"));
    private static final Universe UNIVERSE = Universe.read(HOME.resolve("seeds/illustrative"));

    static List<Moment> moments() {
        return List.of(Moment.ofUniverse(), Moment.ofDecisions());
    }

    @ParameterizedTest
    @MethodSource("moments")
    void whatIsHeardInBatchesIsWhatIsScreenedAtOnce(Moment moment) {
        Screener screener = Screener.of(PACK, Matcher.FUSED, 5);
        Sitting sitting = screener.sit(UNIVERSE, moment);
        List<Integer> heard = new ArrayList<>();
        while (sitting.hearMore()) {
            heard.add(sitting.heard());
        }
        assertThat(heard).isSorted().hasSizeGreaterThan(1).endsWith(sitting.all());
        assertThat(Screener.gather(PACK, UNIVERSE, sitting.hearings())).isEqualTo(screener.screen(UNIVERSE, moment));
    }

    @ParameterizedTest
    @MethodSource("moments")
    void whatWasNotAskedForIsHeardAtTheEnd(Moment moment) {
        Sitting sitting = Screener.walking(PACK).sit(UNIVERSE, moment);
        assertThat(sitting.heard()).isZero();
        assertThat(sitting.hearings()).hasSize(sitting.all());
        assertThat(sitting.hearMore()).isFalse();
    }
}
