package dev.winnow.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.Screener;
import dev.winnow.engine.evaluate.Matcher;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fused evaluator gives the same as PHREAK does: scores, reasons, facts, open rules, questions. */
class FusedAgreesTest {

    static List<Path> packs() {
        return Packs.all();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void onRandomUniverses(Path folder) {
        Screener fused = Screener.of(Packs.pack(folder), Matcher.FUSED);

        SameScreenings.onRandomUniverses(folder, 70_000, fused, Screener.of(Packs.pack(folder), Matcher.PHREAK));
        assertThat(fused.leftToPhreak()).isEmpty();
    }
}
