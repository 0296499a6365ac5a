package dev.winnow.bench.peers;

import dev.winnow.bench.Spent;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Judges a generated universe by the rules of the comparison, on one thread: verdicts, scores and ranks, without texts
 * of reasons. JMH counts rounds; the relevant figures are in {@link Spent}.
 *
 * <p>The system property {@code winnow.home} names the checkout; by default it is the working directory.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(1)
@Warmup(iterations = 6, time = 2)
@Measurement(iterations = 5, time = 2)
// One collector thread and a fixed heap, so that the CPU time does not depend on the machine's cores and memory.
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xms2g", "-Xmx2g"})
@SuppressWarnings("NullAway.Init") // JMH calls prepare() first
public class PeersBenchmark {

    static final int PROJECTS = Integer.getInteger("winnow.peers.projects", 1_000);
    static final int CITIES = 10;

    /** Maximum time of a round: slow engines judge fewer projects, so that a round ends within an iteration. */
    private static final long ROUND_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private static final int FEWEST = 10;

    /** The engine. */
    @Param
    public Engine engine;

    private Engine.Run run;
    private int projects;

    /** Generates the universe, compiles the rules, and determines the number of projects per round. */
    @Setup
    public void prepare() {
        run = engine.ready(Comparison.of(Path.of(System.getProperty("winnow.home", ".")), PROJECTS, CITIES));
        run.judge(FEWEST);
        projects = FEWEST;
        long took;
        do {
            long start = System.nanoTime();
            run.judge(projects);
            took = System.nanoTime() - start;
            projects = (int) Math.min(PROJECTS, Math.max(projects, projects * ROUND_NANOS / Math.max(1, took)));
        } while (took < ROUND_NANOS / 2 && projects < PROJECTS);
    }

    /** Judges one round. */
    @Benchmark
    public void round(Spent spent, Blackhole hole) {
        spent.start();
        List<?> judged = run.judge(projects);
        hole.consume(judged);
        spent.stop(judged.size());
    }
}
