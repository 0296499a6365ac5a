package dev.winnow.spring;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Checks the pack's files at intervals while the application runs. It does not use notifications of the operating
 * system, because network drives and mounted volumes send none.
 */
final class PackReload implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PackReload.class);

    private final CurrentPack pack;
    private final Duration interval;
    private @Nullable ScheduledExecutorService worker;

    PackReload(CurrentPack pack, Duration interval) {
        this.pack = pack;
        this.interval = interval;
    }

    @Override
    public synchronized void start() {
        if (worker == null && pack.mayChange()) {
            ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(work -> {
                Thread thread = new Thread(work, "winnow-reload");
                thread.setDaemon(true);
                return thread;
            });
            long nanos = interval.toNanos();
            ScheduledFuture<?> unused = started.scheduleWithFixedDelay(this::look, nanos, nanos, TimeUnit.NANOSECONDS);
            worker = started;
        }
    }

    private void look() {
        try {
            pack.look();
        } catch (RuntimeException e) {
            LOG.error("Checking the rule pack {} failed", pack.place(), e); // the next check may succeed
        }
    }

    @Override
    public synchronized void stop() {
        if (worker != null) {
            worker.shutdownNow();
            worker = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return worker != null;
    }
}
