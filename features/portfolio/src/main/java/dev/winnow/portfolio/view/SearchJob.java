package dev.winnow.portfolio.view;

import dev.winnow.language.PackException;
import dev.winnow.model.source.Message;
import dev.winnow.portfolio.portfolio.Candidate;
import dev.winnow.portfolio.portfolio.Scenario;
import dev.winnow.portfolio.portfolio.SearchWatch;
import dev.winnow.portfolio.selection.Cancellation;
import dev.winnow.portfolio.selection.SolverException;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.json.Contract;
import dev.winnow.web.internal.workbench.ShownDocument;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** A search that runs in a thread of its own. Thread-safe. */
final class SearchJob implements SearchWatch, Runnable {

    /** Number of decimals of a point of worth. */
    private static final int MILLIONTHS = 6;

    /** Searches for a plan. */
    interface Search {
        Found run(Cancellation cancellation, SearchWatch watch);
    }

    private final long id;
    private final long revision;
    private final String plan;
    private final List<String> notes;
    private final Wording wording;
    private final Search search;
    private final Cancellation cancellation = new Cancellation();
    private SearchState.Kind state = SearchState.Kind.RUNNING;
    private Step step = Step.SCREENING;
    private long done;
    private long total;
    private SearchState.@Nullable Best best;
    private @Nullable Found found;
    private @Nullable ShownDocument shown;
    private @Nullable Message problem;
    private @Nullable Throwable unexpected;

    /**
     * Creates a job.
     *
     * @param revision the state of the work that it searches
     * @param plan the file of the plan
     * @param notes remarks on the plan
     */
    SearchJob(long id, long revision, String plan, List<String> notes, Wording wording, Search search) {
        this.id = id;
        this.revision = revision;
        this.plan = plan;
        this.notes = notes;
        this.wording = wording;
        this.search = search;
    }

    long id() {
        return id;
    }

    void cancel() {
        cancellation.cancel();
    }

    @Override
    public void run() {
        try {
            Found result = search.run(cancellation, this);
            ShownDocument document = ShownDocument.of(result.document());
            synchronized (this) {
                found = result;
                shown = document;
                state = cancellation.isAsked() ? SearchState.Kind.CANCELLED : SearchState.Kind.DONE;
            }
        } catch (CancellationException e) {
            end(SearchState.Kind.CANCELLED, null);
        } catch (SolverException e) {
            end(SearchState.Kind.FAILED, e.what());
        } catch (PackException e) {
            end(SearchState.Kind.FAILED, e.problems().get(0).what());
        } catch (RuntimeException | Error e) { // also a solver that this machine cannot load
            synchronized (this) {
                end(SearchState.Kind.FAILED, Message.of("the search failed unexpectedly"));
                unexpected = e;
            }
        }
    }

    private synchronized void end(SearchState.Kind how, @Nullable Message why) {
        state = how;
        problem = why;
    }

    @Override
    public synchronized void at(Step current, long finished, long all) {
        step = current;
        done = finished;
        total = all;
    }

    @Override
    public synchronized void found(Scenario scenario, List<Candidate> members, long worth, long bound) {
        best = new SearchState.Best(
                wording.say("serve.plans.scenario." + scenario),
                points(worth),
                points(bound),
                members.stream().map(this::said).toList());
    }

    private static BigDecimal points(long millionths) {
        return BigDecimal.valueOf(millionths, MILLIONTHS);
    }

    private String said(Candidate one) {
        String city = one.cityName();
        return city == null
                ? wording.name(one.projectName())
                : wording.sentence("%s, in %s", wording.name(one.projectName()), wording.name(city));
    }

    synchronized @Nullable Found result() {
        return found;
    }

    /**
     * Returns the state.
     *
     * @throws IllegalStateException once after an unexpected failure, so that the server logs it
     */
    synchronized SearchState state() {
        Throwable failure = unexpected;
        if (failure != null) {
            unexpected = null;
            throw new IllegalStateException(failure);
        }
        List<String> problems = new ArrayList<>(notes);
        if (problem != null) {
            problems.add(wording.say(Objects.requireNonNull(problem)));
        }
        return new SearchState(
                Contract.SCHEMA,
                id,
                revision,
                state,
                wording.say("serve.plans.step." + step),
                done,
                total,
                best,
                shown,
                plan,
                problems);
    }
}
