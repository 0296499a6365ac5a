package dev.winnow.analysis.internal.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.engine.AsOfPolicy;
import dev.winnow.engine.Batch;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.model.ShippedFacts;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.universe.Universe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Results of candidates judged batch by batch, on any number of threads, equal those of a screening that keeps all. */
class ParallelBatchesTest {

    private static final Path ROOT = Path.of("..");
    private static final RulePack PACK = RulePack.draft(ROOT.resolve("rules/battery"));
    private static final Universe UNIVERSE = Universe.read(ShippedFacts.VOCABULARY, ROOT.resolve("seeds/illustrative"));
    private static final Screener SCREENER = Screener.walking(PACK);

    private static Stream<Batch> batches(AsOfPolicy asOfPolicy) {
        return SCREENER.open(UNIVERSE, asOfPolicy).batches();
    }

    private static String text(Explanation explained) {
        Assessment one = explained.assessment();
        return one.project() + " " + one.city() + " " + one.asOf() + " " + one.verdict() + " " + one.score() + " "
                + explained.findings();
    }

    private static List<String> judged(int threads, AsOfPolicy asOfPolicy) {
        List<String> texts = new ArrayList<>();
        try (ParallelBatches list = new ParallelBatches(threads)) {
            boolean whole = list.judge(
                    batches(asOfPolicy),
                    batch -> batch.explain().stream()
                            .map(ParallelBatchesTest::text)
                            .toList(),
                    (made, candidates) -> {
                        assertThat(made).hasSize(candidates);
                        texts.addAll(made);
                    },
                    () -> false);
            assertThat(whole).isTrue();
        }
        return texts;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void theResultIsTheSameOnAnyNumberOfThreads(int threads) {
        assertThat(judged(threads, AsOfPolicy.ofUniverse()))
                .isEqualTo(judged(1, AsOfPolicy.ofUniverse()))
                .containsExactlyInAnyOrderElementsOf(SCREENER.open(UNIVERSE)
                        .result()
                        .explanations()
                        .map(ParallelBatchesTest::text)
                        .toList());
    }

    @Test
    void judgesEachProjectOnTheDayOfItsDecision() {
        assertThat(judged(2, AsOfPolicy.ofDecisions()))
                .containsExactlyInAnyOrderElementsOf(SCREENER.open(UNIVERSE, AsOfPolicy.ofDecisions())
                        .result()
                        .explanations()
                        .map(ParallelBatchesTest::text)
                        .toList());
    }

    @Test
    void judgesOnlyTheRequestedPairs() {
        String project = UNIVERSE.projectIds().get(0);
        String city = UNIVERSE.cityIds().get(0);
        List<Assessment> found = SCREENER.open(UNIVERSE)
                .batches(project::equals, city::equals)
                .flatMap(batch -> batch.assess().stream())
                .toList();
        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.project()).isEqualTo(project);
            assertThat(one.city()).isEqualTo(city);
            assertThat(one.rank()).isZero();
        });
    }

    @Test
    void stopsOnRequestAndDeliversTheResultsSoFar() {
        AtomicInteger asked = new AtomicInteger();
        List<Integer> taken = new ArrayList<>();
        try (ParallelBatches list = new ParallelBatches(2)) {
            boolean whole = list.judge(
                    batches(AsOfPolicy.ofUniverse()),
                    Batch::candidates,
                    (made, candidates) -> taken.add(made),
                    () -> asked.incrementAndGet() > 2);
            assertThat(whole).isFalse();
        }
        assertThat(taken).hasSize(2);
    }

    @Test
    void anExceptionOnAThreadIsThrown() {
        try (ParallelBatches list = new ParallelBatches(2)) {
            assertThatThrownBy(() -> list.judge(
                            batches(AsOfPolicy.ofUniverse()),
                            found -> {
                                throw new IllegalArgumentException("no");
                            },
                            (made, candidates) -> {},
                            () -> false))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("no");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 1_000})
    void theShortlistHasTheBest(int most) {
        List<Assessment> all = SCREENER.screen(UNIVERSE).assessments();
        Comparator<Assessment> order =
                Screener.BEST_FIRST.thenComparing(Assessment::project).thenComparing(Assessment::city);

        assertThat(Shortlist.of(most, all).best())
                .extracting(one -> one.project() + " " + one.city())
                .containsExactlyElementsOf(all.stream()
                        .sorted(order)
                        .limit(most)
                        .map(one -> one.project() + " " + one.city())
                        .toList());
    }
}
