package dev.winnow.web.internal.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.model.source.Document;
import dev.winnow.model.universe.Universe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The candidates that are added to the work. */
class WorkTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static RulePack pack;
    private static Universe universe;

    @BeforeAll
    static void read() {
        pack = RulePack.load(ROOT.resolve("rules/semiconductor"));
        universe = Universe.read(pack.vocabulary(), ROOT.resolve("seeds/semiconductor"));
    }

    private static AddedCandidates candidate(String id, boolean only) {
        String text = "projects:\n  - {id: " + id + ", name: " + id + "}\n";
        return new AddedCandidates(
                pack.vocabulary(),
                List.of(Objects.requireNonNull(Document.parse("list.yaml", text, new ArrayList<>()))),
                List.of(),
                only);
    }

    @Test
    void onlyTheCandidatesAreAskedForBesideTheOthers() {
        ScreeningRequest base = Work.of(ScreeningRequest.of(pack, universe))
                .adding(candidate("one", true))
                .base();
        assertThat(base.universe().projectIds()).contains("one", "sien");
        assertThat(base.asksForProject("one")).isTrue();
        assertThat(base.asksForProject("sien")).isFalse();
    }

    @Test
    void allProjectsAreAskedForIfTheUserWishes() {
        ScreeningRequest base = Work.of(ScreeningRequest.of(pack, universe))
                .adding(candidate("one", false))
                .base();
        assertThat(base.asksForProject("one")).isTrue();
        assertThat(base.asksForProject("sien")).isTrue();
    }

    @Test
    void candidatesReplaceThoseAddedBefore() {
        Work work = Work.of(ScreeningRequest.of(pack, universe)).adding(candidate("one", true));
        assertThat(work.adding(candidate("two", true)).base().universe().projectIds())
                .contains("two")
                .doesNotContain("one");
        assertThat(work.adding(null).base()).isSameAs(work.given());
    }

    @Test
    void candidatesStayWhenThePackIsReadAgain() {
        Work work = Work.of(ScreeningRequest.of(pack, universe)).adding(candidate("one", true));
        Work again = work.over(ScreeningRequest.of(RulePack.load(ROOT.resolve("rules/semiconductor")), universe));
        assertThat(again.base().asksForProject("one")).isTrue();
        assertThat(again.base().asksForProject("sien")).isFalse();
        assertThat(again.given().universe().projectIds()).doesNotContain("one");
    }
}
