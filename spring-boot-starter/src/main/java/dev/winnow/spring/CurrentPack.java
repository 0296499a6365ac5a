package dev.winnow.spring;

import dev.winnow.engine.RulePack;
import dev.winnow.language.PackException;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The current pack. Each piece of work calls {@link #get} once and so uses the same rules from start to end:
 *
 * <pre>{@code
 * LoadedPack loaded = current.get();
 * Screening screening = loaded.screener().screen(universe);
 * }</pre>
 *
 * <p>An edit with problems changes only {@link #problems}. Thread-safe.
 */
public final class CurrentPack {

    private static final Logger LOG = LoggerFactory.getLogger(CurrentPack.class);

    /** Number of packs kept for work that started with them. */
    private static final int MAX_RECENT = 4;

    private final PackSource source;
    private final ScreeningWatch watch;
    private volatile State state;

    /** The most recent packs by digest. */
    private final Map<String, LoadedPack> recent = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, LoadedPack> eldest) {
            return size() > MAX_RECENT;
        }
    };

    /**
     * Fingerprint of the files when they were last read. This field and {@code seen}, the fingerprint at the last
     * check, are guarded by this.
     */
    private String read;

    private @Nullable String seen;

    /**
     * The pack and its problems, replaced together so that no reader sees the problems of one edit with the pack of
     * another.
     */
    private record State(LoadedPack loaded, List<Problem> problems) {}

    CurrentPack(PackSource source, ScreeningWatch watch) {
        this.source = source;
        this.watch = watch;
        this.read = fingerprint();
        this.state = new State(LoadedPack.from(source), List.of());
        recent.put(state.loaded().pack().digest(), state.loaded());
        RulePack pack = state.loaded().pack();
        LOG.info("Rule pack {} {} of {}, digest {}", pack.name(), pack.version(), source.place(), pack.digest());
    }

    /** {@return the last valid pack} */
    public LoadedPack get() {
        return state.loaded();
    }

    /** {@return the problems that keep the current files from being used; empty if they are used} */
    public List<Problem> problems() {
        return state.problems();
    }

    /** {@return the pack's folder, or its place on the class path} */
    public String place() {
        return source.place();
    }

    /** Whether its files may be edited while the application runs. */
    boolean mayChange() {
        return source.mayChange();
    }

    /** Returns one of the most recent packs, for work that started with it; null if it is no longer kept. */
    @Nullable
    LoadedPack recent(String digest) {
        synchronized (recent) {
            return recent.get(digest);
        }
    }

    /**
     * Returns the fingerprint of the source. A failure counts as a change, so that the source is read and the failure
     * reported.
     */
    private String fingerprint() {
        try {
            return source.fingerprint();
        } catch (RuntimeException e) {
            return "failed: " + e;
        }
    }

    /**
     * Checks the files, and reads them if they differ from the last reading but not from the last check: files that are
     * still being written are left alone.
     */
    synchronized void look() {
        String now = fingerprint();
        if (now.equals(read)) {
            seen = null;
        } else if (now.equals(seen)) {
            readAnew(now);
        } else {
            seen = now;
        }
    }

    private void readAnew(String now) {
        State next;
        try {
            LoadedPack fresh = LoadedPack.from(source);
            LoadedPack loaded = state.loaded();
            boolean known = fresh.pack().digest().equals(loaded.pack().digest());
            next = new State(known ? loaded : fresh, List.of());
        } catch (PackException e) {
            next = new State(state.loaded(), e.problems());
        } catch (RuntimeException e) {
            LOG.error("Reading the rule pack {} failed", source.place(), e);
            next = new State(
                    state.loaded(),
                    List.of(Problem.at(
                            Place.file(source.place()), Message.of("the pack could not be read; see the log"))));
        }
        if (!fingerprint().equals(now)) {
            seen = null; // changed meanwhile, so that the files read may mix two edits
            return;
        }
        read = now;
        seen = null;
        state = next;
        synchronized (recent) {
            recent.put(next.loaded().pack().digest(), next.loaded());
        }
        tell(next);
    }

    private void tell(State now) {
        RulePack pack = now.loaded().pack();
        watch.reloaded(pack, now.problems().isEmpty());
        if (now.problems().isEmpty()) {
            LOG.info("Reloaded rule pack {} {}, digest {}", pack.name(), pack.version(), pack.digest());
        } else {
            LOG.warn(
                    "The edited rule pack {} has {} problems; version {} with digest {} stays in use:\n{}",
                    pack.name(),
                    now.problems().size(),
                    pack.version(),
                    pack.digest(),
                    String.join(
                            "\n", now.problems().stream().map(Problem::toString).toList()));
        }
    }
}
