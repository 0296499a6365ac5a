package dev.winnow.web.internal.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.analysis.insight.Insight;
import dev.winnow.engine.Progress;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.model.universe.Universe;
import dev.winnow.web.internal.Reply;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SnapshotTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Reply PAGE = Reply.part("text/plain", new byte[0]);

    private Snapshot snapshot;

    @BeforeEach
    void screen() {
        RulePack pack = RulePack.load(ROOT.resolve("rules/semiconductor"));
        ScreeningRequest request =
                ScreeningRequest.of(pack, Universe.read(pack.vocabulary(), ROOT.resolve("seeds/semiconductor")));
        ScreeningResult result = request.screen(Progress.NONE);
        snapshot = new Snapshot(0, Work.of(request), null, request, result, Insight.of(result));
    }

    @Test
    void aPageIsMadeOnce() {
        AtomicInteger made = new AtomicInteger();
        for (int i = 0; i < 2; i++) {
            snapshot.page("page", () -> {
                made.incrementAndGet();
                return PAGE;
            });
        }
        assertThat(made).hasValue(1);
        assertThat(snapshot.isReady("page")).isTrue();
    }

    @Test
    void aPageThatFailedIsMadeAgain() {
        assertThatThrownBy(() -> snapshot.page("page", () -> {
                    throw new IllegalStateException("too little memory");
                }))
                .hasMessage("too little memory");
        assertThat(snapshot.isReady("page")).isFalse();
        assertThat(snapshot.page("page", () -> PAGE)).isSameAs(PAGE);
    }
}
