package dev.winnow.bench.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.model.Screening;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every engine of the comparison finds what winnow finds, rule by rule, for every pair of a small universe. */
class AgreementTest {

    private static final Comparison COMPARISON = Comparison.of(Path.of("..", ".."), 300, 10);

    private static Agreement agreement;

    @BeforeAll
    static void screen() {
        assertThat(COMPARISON.universe().problems()).isEmpty();
        Screening screening = Screener.of(RulePack.load(COMPARISON.pack())).screen(COMPARISON.universe());
        agreement = new Agreement(screening);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"FUSED", "PHREAK"})
    void findsWhatWinnowFinds(Engine engine) {
        agrees(engine.name(), engine.peer());
    }

    private static void agrees(String name, Peer<?, ?> peer) {
        assertThatCode(() -> agreement.check(name, Round.of(peer, COMPARISON.facts(), COMPARISON.projects(300)), true))
                .doesNotThrowAnyException();
    }
}
