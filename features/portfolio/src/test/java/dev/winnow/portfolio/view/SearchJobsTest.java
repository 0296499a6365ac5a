package dev.winnow.portfolio.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.model.source.Language;
import dev.winnow.portfolio.portfolio.SearchWatch;
import dev.winnow.portfolio.portfolio.SearchWatch.Step;
import dev.winnow.portfolio.selection.Cancellation;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.document.Document;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SearchJobsTest {

    private static final Found FOUND = new Found(Document.ofTables("", List.of(), null), out -> {});

    private final SearchJobs jobs = new SearchJobs("test", Wording.inLanguage(Language.EN));

    @AfterEach
    void close() {
        jobs.close();
    }

    /** A search that runs until it is cancelled. */
    private static final class Endless implements SearchJob.Search {

        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch ended = new CountDownLatch(1);
        private final boolean finds;

        Endless(boolean finds) {
            this.finds = finds;
        }

        @Override
        public Found run(Cancellation cancellation, SearchWatch watch) {
            watch.at(Step.SETS, 1, 3);
            begun.countDown();
            while (!cancellation.isAsked()) {
                Thread.onSpinWait();
            }
            ended.countDown();
            if (!finds) {
                throw new CancellationException();
            }
            return FOUND;
        }
    }

    private SearchState awaitEnd() {
        while (jobs.state().state() == SearchState.Kind.RUNNING) {
            Thread.onSpinWait();
        }
        return jobs.state();
    }

    private SearchState start(SearchJob.Search search) {
        return jobs.start(7, "budget: 1\n", List.of(), search);
    }

    @Test
    void aRunningSearchTellsItsStep() throws InterruptedException {
        Endless search = new Endless(true);
        start(search);
        search.begun.await();
        SearchState state = jobs.state();
        assertThat(state.step()).isEqualTo("Searching the best set");
        assertThat(state.done()).isEqualTo(1);
        assertThat(state.total()).isEqualTo(3);
        assertThat(state.revision()).isEqualTo(7);
        assertThat(state.plan()).isEqualTo("budget: 1\n");
    }

    @Test
    void aCancelledSearchKeepsWhatItFound() throws InterruptedException {
        Endless search = new Endless(true);
        SearchState started = start(search);
        search.begun.await();
        jobs.cancel(started.id());
        assertThat(awaitEnd().state()).isEqualTo(SearchState.Kind.CANCELLED);
        assertThat(jobs.result(started.id())).isSameAs(FOUND);
    }

    @Test
    void aSearchCancelledBeforeItFoundAnythingHasNoResult() throws InterruptedException {
        Endless search = new Endless(false);
        SearchState started = start(search);
        search.begun.await();
        jobs.cancel(started.id());
        assertThat(awaitEnd().state()).isEqualTo(SearchState.Kind.CANCELLED);
        assertThat(jobs.result(started.id())).isNull();
    }

    @Test
    void aNewSearchEndsTheOneBefore() throws InterruptedException {
        Endless first = new Endless(true);
        SearchState started = start(first);
        first.begun.await();
        start((cancellation, watch) -> FOUND);
        first.ended.await();
        assertThat(awaitEnd().state()).isEqualTo(SearchState.Kind.DONE);
        assertThat(jobs.result(started.id())).isNull();
    }

    @Test
    void cancellingAnOldSearchDoesNotEndTheNewOne() throws InterruptedException {
        SearchState old = start((cancellation, watch) -> FOUND);
        Endless search = new Endless(true);
        start(search);
        search.begun.await();
        assertThat(jobs.cancel(old.id()).state()).isEqualTo(SearchState.Kind.RUNNING);
    }

    @Test
    void theEndOfTheServerEndsTheSearch() throws InterruptedException {
        Endless search = new Endless(true);
        start(search);
        search.begun.await();
        jobs.close();
        search.ended.await();
        assertThat(awaitEnd().state()).isEqualTo(SearchState.Kind.CANCELLED);
    }

    @Test
    void anUnexpectedFailureIsReportedOnce() {
        assertThatThrownBy(() -> {
                    start((cancellation, watch) -> {
                        throw new IllegalArgumentException("a defect");
                    });
                    awaitEnd();
                })
                .hasRootCauseMessage("a defect");
        assertThat(jobs.state().state()).isEqualTo(SearchState.Kind.FAILED);
        assertThat(jobs.state().problems()).containsExactly("the search failed unexpectedly");
    }

    @Test
    void aSolverThatCannotBeLoadedEndsTheSearch() {
        assertThatThrownBy(() -> {
                    start((cancellation, watch) -> {
                        throw new UnsatisfiedLinkError("no solver");
                    });
                    awaitEnd();
                })
                .hasRootCauseMessage("no solver");
        assertThat(jobs.state().state()).isEqualTo(SearchState.Kind.FAILED);
    }

    @Test
    void withoutASearchThereIsNoState() {
        assertThat(jobs.state().state()).isEqualTo(SearchState.Kind.NONE);
        assertThat(jobs.cancel(1).state()).isEqualTo(SearchState.Kind.NONE);
    }
}
