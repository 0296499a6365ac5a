package dev.winnow.serve.internal;

import dev.winnow.model.source.Message;
import dev.winnow.web.internal.RefusedRequest;
import dev.winnow.web.internal.workbench.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for changes that other programs make in a workspace, and in the pack and the universe that it uses. Each is
 * taken over at once; one that cannot be read is reported, and the work stays as it is.
 */
final class DiskWatch implements AutoCloseable {

    private static final int PERIOD = 1000;
    private static final int MAX_FILES = 2_000;
    private static final int MAX_DEPTH = 4;

    private final Session session;
    private final List<Path> inputs;
    private final Supplier<@Nullable Message> rereading;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread daemon = new Thread(work, "winnow-disk");
        daemon.setDaemon(true);
        return daemon;
    });
    private Map<String, String> seen;

    /**
     * Begins to watch.
     *
     * @param inputs files and folders of pack and universe
     * @param rereading reads both again; returns the reason why the work keeps them as they were, or null
     */
    DiskWatch(Session session, List<Path> inputs, Supplier<@Nullable Message> rereading) {
        this.session = session;
        this.inputs = List.copyOf(inputs);
        this.rereading = rereading;
        this.seen = stamps();
        var unused = thread.scheduleWithFixedDelay(this::look, PERIOD, PERIOD, TimeUnit.MILLISECONDS);
    }

    /** Takes over what changed. */
    void look() {
        try {
            session.takeOver();
            Map<String, String> now = stamps();
            if (!now.equals(seen)) {
                seen = now;
                Message trouble = rereading.get();
                session.tell(trouble != null ? trouble : Message.of("pack and universe were read again"));
            }
        } catch (RefusedRequest e) {
            session.tell(e.reason());
        } catch (RuntimeException e) { // a bug; the work goes on
            session.tell(Message.of("the workspace cannot be read: %s", String.valueOf(e.getMessage())));
        }
    }

    /** Returns the times and sizes of all input files. */
    private Map<String, String> stamps() {
        Map<String, String> stamps = new TreeMap<>();
        for (Path input : inputs) {
            try (Stream<Path> files = Files.walk(input, MAX_DEPTH)) {
                for (Path file : files.limit(MAX_FILES).toList()) {
                    BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
                    if (is.isRegularFile()
                            && !String.valueOf(file.getFileName()).startsWith(".")) {
                        stamps.put(file.toString(), is.lastModifiedTime() + " " + is.size());
                    }
                }
            } catch (IOException | RuntimeException e) {
                stamps.put(input.toString(), "");
            }
        }
        return stamps;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
