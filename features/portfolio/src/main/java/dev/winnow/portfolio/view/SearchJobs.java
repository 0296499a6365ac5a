package dev.winnow.portfolio.view;

import dev.winnow.report.i18n.Wording;
import dev.winnow.report.json.Contract;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The searches of one kind, one at a time: a new one ends the one before it. Thread-safe. */
public final class SearchJobs implements AutoCloseable {

    private final Wording wording;
    private final ExecutorService thread;
    private @Nullable SearchJob newest;
    private long last;

    /**
     * Creates the place of the searches.
     *
     * @param name the name of its thread
     */
    public SearchJobs(String name, Wording wording) {
        this.wording = wording;
        this.thread = Executors.newSingleThreadExecutor(work -> {
            Thread daemon = new Thread(work, name);
            daemon.setDaemon(true);
            return daemon;
        });
    }

    /** Starts a search of a plan in a state of the work. */
    synchronized SearchState start(long revision, String plan, List<String> notes, SearchJob.Search search) {
        if (newest != null) {
            newest.cancel();
        }
        SearchJob job = new SearchJob(++last, revision, plan, notes, wording, search);
        newest = job;
        thread.execute(job);
        return job.state();
    }

    /** Returns the state of the newest search. */
    public synchronized SearchState state() {
        return newest == null ? failed("", List.of(), SearchState.Kind.NONE) : newest.state();
    }

    /** Returns the state of a search that was not started. */
    static SearchState failed(String plan, List<String> problems, SearchState.Kind kind) {
        return new SearchState(Contract.SCHEMA, 0, 0, kind, "", 0, 0, null, null, plan, problems);
    }

    /** Ends a search, unless a newer one has ended it. Its result is the best one until then. */
    public synchronized SearchState cancel(long id) {
        if (newest != null && newest.id() == id) {
            newest.cancel();
        }
        return state();
    }

    /** Returns the result of a search; null if it has none or a newer one was started. */
    public synchronized @Nullable Found result(long id) {
        return newest == null || newest.id() != id ? null : newest.result();
    }

    @Override
    public synchronized void close() {
        if (newest != null) {
            newest.cancel();
        }
        thread.shutdownNow();
    }
}
